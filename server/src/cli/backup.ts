/** `npm run backup -- FILE`: a whole instance in one file, while people write or without a server. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { writeBackup } from '../backup/write-backup.ts'
import { readConfig } from '../config.ts'
import { checkMigrated } from '../database/check-migrated.ts'
import { reachDatabase } from '../database/open-database.ts'
import { typeset } from '../domain/typography.ts'
import { callersPath } from './callers-path.ts'
import { CommandError, runCommand } from './run-command.ts'
import { withClient } from './with-client.ts'

const USAGE = 'Usage : npm run backup -- FICHIER.tar'

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new CommandError(USAGE)
  const path = callersPath(file)
  const version = await readVersion()
  const database = await reachDatabase(readConfig(process.env), { share: true })
  try {
    const { connectionString } = database
    const { manifest, bytes, removed } = await withClient({ connectionString, name: 'backup' }, async (client) => {
      await checkMigrated(client)
      return writeBackup({ client, path, now: new Date(), version })
    })
    for (const partial of removed)
      process.stdout.write(typeset(`${partial} : reste d’une sauvegarde interrompue, supprimé.\n`))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(
      `${path} : ${rows.toLocaleString('fr')} lignes de ${manifest.tables.length} tables, ${bytes.toLocaleString('fr')} octets.\n`,
    )
  } finally {
    await database.close()
  }
})

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
