import { createPrismaClient, migrate, type PrismaClient } from '@pupitre/prisma'
import type { Config } from '../config.ts'
import { openCluster } from './embedded/open-cluster.ts'
import { checkOutsideServer } from './outside-server.ts'

export interface Database {
  /** For what speaks to PostgreSQL without Prisma: the sync server's log. */
  connectionString: string
  prisma: PrismaClient
  /** Names of the migrations applied by this opening. */
  applied: string[]
  /** Ends Prisma's connections, then stops the embedded PostgreSQL if it is ours: last of all, after the flush. */
  close(): Promise<void>
}

/**
 * Opens the database that the configuration names, or the embedded one, with every migration applied.
 *
 * `share` lets a command work on the embedded database while a server runs on it; a server never shares.
 *
 * @throws DatabaseError, MigrationError: each message is one sentence for the operator
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { share = false, onConnectionLost }: { share?: boolean; onConnectionLost?: (error: Error) => void } = {},
): Promise<Database> {
  const { connectionString, close } = await openServer(config, share)
  try {
    const applied = await migrate({ connectionString })
    const prisma = createPrismaClient({ connectionString, ...(onConnectionLost && { onConnectionLost }) })
    return {
      connectionString,
      prisma,
      applied,
      close: async () => {
        await prisma.$disconnect()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Reaches the same database as it is: nothing is migrated. For what must look before it touches anything.
 *
 * @throws DatabaseError
 */
export async function reachDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { share }: { share: boolean },
): Promise<ReachedDatabase> {
  return openServer(config, share)
}

export interface ReachedDatabase {
  connectionString: string
  /** Stops the embedded PostgreSQL if it is ours. */
  close(): Promise<void>
}

async function openServer(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  share: boolean,
): Promise<ReachedDatabase> {
  if (databaseUrl === null) return openCluster({ dataDir, share })
  await checkOutsideServer(databaseUrl)
  return { connectionString: databaseUrl, close: async () => undefined }
}
