/** `npm run create-collectivite -- --siren … --admin-email …`: the first collectivité of a server, and its admin. */
import { parseArgs } from 'node:util'
import pino from 'pino'
import { z } from 'zod'
import { keptAuthSecret } from '../auth/auth-secret.ts'
import { createAuth } from '../auth/create-auth.ts'
import { createPasswordSetupLink } from '../auth/password-link.ts'
import { readConfig } from '../config.ts'
import { readControlFile } from '../control/control-file.ts'
import { openDatabase } from '../database/open-database.ts'
import { chooseCollectivite } from './choose-collectivite.ts'
import { CommandError, runCommand } from './run-command.ts'
import { setUpCollectivite } from './set-up-collectivite.ts'

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      siren: { type: 'string' },
      nom: { type: 'string' },
      type: { type: 'string' },
      'time-zone': { type: 'string' },
      'admin-email': { type: 'string' },
      'admin-name': { type: 'string' },
    },
  })
  const email = z.email().safeParse(values['admin-email']?.trim())
  if (!email.success) throw new CommandError('--admin-email : attendu l’adresse électronique de l’administrateur.')
  const name = values['admin-name']?.trim() || nameFromAddress(email.data)
  const collectivite = chooseCollectivite({ ...values, timeZone: values['time-zone'] })
  const config = readConfig(process.env)

  const database = await openDatabase(config, { share: true })
  try {
    const { prisma } = database
    const done = await setUpCollectivite({ prisma, collectivite, admin: { email: email.data, name } })
    const running = await readControlFile(config.dataDir)
    const publicUrl = config.publicUrl ?? running?.url ?? `http://${config.host}:${config.port}`
    const authSecret = config.authSecret ?? (await keptAuthSecret(config.dataDir))
    const auth = createAuth({
      prisma,
      config: { publicUrl, authSecret, demo: config.demo },
      logger: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
    })
    const link = await createPasswordSetupLink({ auth, userId: done.userId, publicUrl })
    process.stdout.write(
      `${collectivite.nom} (${collectivite.siren}) : ${done.collectivite === 'created' ? 'créée' : 'existait déjà'}.\n` +
        `${email.data} : ${done.admin === 'created' ? 'compte créé' : 'avait déjà un compte'}, administrateur.\n` +
        `Pour choisir son mot de passe, une fois, dans les 72 heures :\n${link}\n`,
    )
  } finally {
    await database.close()
  }
})

/** `anne.dupont@…` is Anne Dupont until she says otherwise. */
function nameFromAddress(email: string): string {
  const words = email.split('@')[0]?.split(/[._-]+/) ?? []
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
