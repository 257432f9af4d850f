/** `npm run restore -- FILE [--replace]`: puts a backup in place of what the database holds, the server stopped. */
import { parseArgs } from 'node:util'
import { migrate } from '@pupitre/prisma'
import { prepareRestore } from '../backup/prepare-restore.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { verifyBackup } from '../backup/verify-backup.ts'
import { readConfig } from '../config.ts'
import { findRunningServer } from '../control/running-server.ts'
import { reachDatabase } from '../database/open-database.ts'
import { callersPath } from './callers-path.ts'
import { CommandError, runCommand } from './run-command.ts'
import { withClient } from './with-client.ts'

const USAGE = 'Usage : npm run restore -- FICHIER.tar [--replace]'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new CommandError(USAGE)
  const path = callersPath(file)
  const config = readConfig(process.env)
  // Before anything is touched, or even looked at.
  const manifest = await verifyBackup(path)
  if (await findRunningServer(config.dataDir))
    throw new CommandError('Pupitre tourne sur ce dossier de données : arrêtez-le d’abord.')
  const database = await reachDatabase(config, { share: false })
  try {
    const { connectionString } = database
    await withClient({ connectionString, name: 'restore' }, async (client) => {
      await prepareRestore({ client, connectionString, manifest, mayReplace: values.replace })
      await restoreBackup({ client, path, manifest })
    })
    await migrate({ connectionString })
  } finally {
    await database.close()
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `L’instance du ${manifest.header.createdAt} est restaurée (${rows.toLocaleString('fr')} lignes). Chacun se connecte à nouveau.\n`,
  )
})
