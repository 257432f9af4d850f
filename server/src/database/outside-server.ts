import pg from 'pg'
import { DatabaseError } from './database-error.ts'

/** Oldest server that has NULLS NOT DISTINCT, which a migration needs. */
const OLDEST_VERSION = 150_000

// A firewall that swallows packets would otherwise keep the start waiting for minutes.
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Checks that DATABASE_URL names a server that Pupitre can work on: reachable, PostgreSQL 15 or later, UTF-8, durable.
 * @throws DatabaseError one sentence naming what is wrong; the URL's password is never in it
 */
export async function checkOutsideServer(databaseUrl: string): Promise<void> {
  const where = withoutPassword(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw connectionRefusal(where, error)
  }
  try {
    await checkSettings(client, where)
  } finally {
    await client.end()
  }
}

function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    url.password = ''
    return url.href
  } catch (error) {
    throw new DatabaseError(
      'DATABASE_URL_INVALID',
      'DATABASE_URL n’est pas une adresse de base de données : attendu postgresql://utilisateur:motdepasse@serveur:5432/base.',
      { cause: error },
    )
  }
}

function connectionRefusal(where: string, error: unknown): DatabaseError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message || code : String(error)
  if (code === '28P01' || code === '28000') {
    return new DatabaseError('DATABASE_REFUSED', `DATABASE_URL : ${where} refuse cet utilisateur ou ce mot de passe.`, {
      cause: error,
    })
  }
  if (code === '3D000') {
    return new DatabaseError('DATABASE_REFUSED', `DATABASE_URL : la base de ${where} n’existe pas, créez-la d’abord.`, {
      cause: error,
    })
  }
  return new DatabaseError('DATABASE_UNREACHABLE', `DATABASE_URL : pas de réponse de ${where} (${reason}).`, {
    cause: error,
  })
}

async function checkSettings(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; encoding: string; writable: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
            current_setting('server_encoding') AS encoding,
            has_schema_privilege(current_schema(), 'CREATE') AND NOT pg_is_in_recovery() AS writable`,
  )
  const [server] = rows
  if (!server) throw new Error('a SELECT without FROM returned no row')
  const problem = unsuitable(server)
  if (problem) throw new DatabaseError('DATABASE_UNSUITABLE', `DATABASE_URL : ${where} ${problem}.`)
}

/** Why a server does not suit, or null. Exported for its test. */
export function unsuitable(server: {
  version: number
  name: string
  encoding: string
  writable: boolean
}): string | null {
  if (server.version < OLDEST_VERSION) return `est un PostgreSQL ${server.name}, il faut la version 15 ou plus récente`
  if (server.encoding !== 'UTF8') return `est encodée en ${server.encoding}, il faut une base en UTF8`
  if (!server.writable) return 'ne laisse pas cet utilisateur créer de tables'
  return null
}
