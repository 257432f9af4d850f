/** `npm run stop-database`: stops the embedded PostgreSQL that a killed server left running. */
import { readConfig } from '../config.ts'
import { openCluster } from '../database/embedded/open-cluster.ts'
import { CommandError, runCommand } from './run-command.ts'

await runCommand(async () => {
  const { databaseUrl, dataDir } = readConfig(process.env)
  if (databaseUrl !== null)
    throw new CommandError('DATABASE_URL est donnée : ce serveur PostgreSQL n’est pas le nôtre.')
  // Refused, with a sentence, while a server uses it.
  const cluster = await openCluster({ dataDir, share: false })
  await cluster.close()
  process.stdout.write(`La base de données de ${dataDir} est arrêtée.\n`)
})
