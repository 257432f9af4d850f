import { createPrismaClient, migrate, type PrismaClient } from '@pupitre/prisma'
import type { Config } from '../config.ts'
import { openCluster } from './embedded/open-cluster.ts'
import type { ClusterWatcher } from './embedded/supervise-cluster.ts'
import { checkOutsideServer } from './outside-server.ts'

export interface Database {
  /** For what speaks to PostgreSQL without Prisma: the sync server's log. */
  connectionString: string
  prisma: PrismaClient
  /** Names of the migrations applied by this opening. */
  applied: string[]
  /** Whether the embedded PostgreSQL ended by itself, and is being started again. */
  isRestarting(): boolean
  /** Ends Prisma's connections, then stops the embedded PostgreSQL if it is ours: last of all, after the flush. */
  close(): Promise<void>
}

/**
 * Opens the database that the configuration names, or the embedded one, with every migration applied.
 *
 * `share` lets a command work on the embedded database while a server runs on it; a server never shares, and starts it again
 * when it ends by itself, which `watcher` is told of.
 *
 * @throws DatabaseError, MigrationError: each message is one sentence for the operator
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  {
    share = false,
    onConnectionLost,
    watcher,
  }: { share?: boolean; onConnectionLost?: (error: Error) => void; watcher?: ClusterWatcher } = {},
): Promise<Database> {
  const { connectionString, isRestarting, close } = await openServer(config, { share, watcher })
  try {
    const applied = await migrate({ connectionString })
    const prisma = createPrismaClient({ connectionString, ...(onConnectionLost && { onConnectionLost }) })
    return {
      connectionString,
      prisma,
      applied,
      isRestarting,
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
  return openServer(config, { share })
}

export interface ReachedDatabase {
  connectionString: string
  /** Stops the embedded PostgreSQL if it is ours. */
  close(): Promise<void>
}

async function openServer(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: { share: boolean; watcher?: ClusterWatcher | undefined },
): Promise<Pick<Database, 'connectionString' | 'isRestarting' | 'close'>> {
  if (databaseUrl === null) return openCluster({ dataDir, ...options })
  await checkOutsideServer(databaseUrl)
  return { connectionString: databaseUrl, isRestarting: () => false, close: async () => undefined }
}
