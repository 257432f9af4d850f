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
