import pg from 'pg'
import { SUPERUSER } from './create-cluster.ts'

/** The role and the database that the application uses: not a superuser, so a bug of ours cannot read the machine's files. */
export const APPLICATION = 'pupitre'

/** Makes the role and the database where they lack (each on its own: a start may be killed between the two). */
export async function ensureApplicationDatabase({
  port,
  password,
}: {
  port: number
  password: string
}): Promise<string> {
  const client = new pg.Client({
    connectionString: loopbackUrl({ user: SUPERUSER, password, port, database: 'postgres' }),
  })
  // A postmaster that dies meanwhile fails the query that waits: without this, it would take the process down as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION])
    if (roles.rowCount === 0) {
      await client.query(`CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`)
    }
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [APPLICATION])
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`)
  } finally {
    await client.end()
  }
  return loopbackUrl({ user: APPLICATION, password, port, database: APPLICATION })
}

function loopbackUrl(to: { user: string; password: string; port: number; database: string }): string {
  return `postgresql://${to.user}:${encodeURIComponent(to.password)}@127.0.0.1:${to.port}/${to.database}`
}
