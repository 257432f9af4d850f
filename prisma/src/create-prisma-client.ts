import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../client/client.ts'
import { createStatementNames } from './statement-names.ts'

export interface PrismaClientSettings {
  /** libpq URL of the database. */
  connectionString: string
  /** Most connections that this client opens at once. */
  maxConnections?: number
  /** Told of connections lost while idle; the pool replaces them by itself. */
  onConnectionLost?: (error: Error) => void
}

// A process answers about as many requests at once as it has connections: more of them only queue in PostgreSQL.
const DEFAULT_MAX_CONNECTIONS = 10

/** To reach the database, or to have one of the connections: whoever asks is told then, and may ask again. */
const CONNECT_TIMEOUT_MS = 10_000
/** Far beyond any statement of ours: the database ends one that runs on although nobody waits for it. */
const STATEMENT_TIMEOUT_MS = 60_000
/** A transaction of a process that was frozen, or cut off, lets go of its rows. Ours do nothing for so long between two statements. */
const IDLE_TRANSACTION_MS = 30_000

/**
 * A Prisma client over its own pool of `pg` connections; `$disconnect()` closes them.
 *
 * Every connection speaks UTC: the adapter writes and reads `timestamptz` without looking at the offset, so a server
 * or role set to another time zone would shift each instant.
 */
export function createPrismaClient(settings: PrismaClientSettings): PrismaClient {
  const pool = new pg.Pool({
    connectionString: settings.connectionString,
    max: settings.maxConnections ?? DEFAULT_MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    keepAlive: true,
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool waits for the promise, whatever its types say
    onConnect: async (client) => void (await client.query("SET TIME ZONE 'UTC'")),
  })
  const lost = (error: Error): void => settings.onConnectionLost?.(error)
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      onPoolError: lost,
      onConnectionError: lost,
      statementNameGenerator: createStatementNames(),
    }),
  })
}
