import pg from 'pg'
import { CommandError } from './run-command.ts'

/**
 * Runs a command's work on one connection, and ends it.
 * @throws CommandError when the database stops meanwhile
 */
export async function withClient<Result>(
  { connectionString, name }: { connectionString: string; name: string },
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, application_name: `pupitre-${name}`, keepAlive: true })
  let lost: Error | null = null
  client.on('error', (error) => (lost = error))
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    if (lost === null) throw error
    throw new CommandError('La base de données s’est arrêtée pendant la commande : relancez-la.', { cause: lost })
  } finally {
    await client.end().catch(() => undefined)
  }
}
