import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../database-error.ts'
import { ensureApplicationDatabase } from './application-database.ts'
import { findBinaries, type PostgresBinaries } from './binaries.ts'
import { clusterPassword, type ClusterFolder, prepareClusterFolder } from './cluster-folder.ts'
import { checkClusterVersion, ensureCluster } from './create-cluster.ts'
import { type Ownership, takeOwnership } from './ownership.ts'
import { type RunningPostmaster, runPostmaster, stopPostmaster } from './run-postmaster.ts'

// A killed server's connections are noticed at once by PostgreSQL on loopback; under load, within a second or two.
const OWNER_PATIENCE_MS = 3_000

// A killed process is gone within milliseconds, even on a loaded machine.
const REACH_ATTEMPTS = 20
const REACH_RETRY_MS = 100

export interface Cluster {
  connectionString: string
  /** False when another process owns the cluster, which then stays running after `close`. */
  owned: boolean
  /** True when it was running already. */
  adopted: boolean
  /** Stops PostgreSQL if it is ours. */
  close(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there.
 *
 * A server asks to own it: alone on its folder, it will stop it. A command may share the cluster of a running server.
 *
 * @throws DatabaseError DATA_DIR_IN_USE when `share` is false and another process owns it
 */
export async function openCluster({ dataDir, share }: { dataDir: string; share: boolean }): Promise<Cluster> {
  const folder = await prepareClusterFolder(dataDir)
  const binaries = await findBinaries(folder.runAs)
  await checkClusterVersion({ folder, binaries })
  const password = await clusterPassword(folder)
  await ensureCluster({ folder, binaries, password })
  const patienceMs = share ? 0 : OWNER_PATIENCE_MS
  const { postmaster, connectionString, ownership } = await reachPostmaster({ folder, binaries, password, patienceMs })
  if (!ownership && !share) {
    throw new DatabaseError(
      'DATA_DIR_IN_USE',
      `Pupitre tourne déjà sur le dossier de données ${dataDir} : arrêtez-le d’abord, ou choisissez un autre dossier avec DATA_DIR.`,
    )
  }
  return {
    connectionString,
    owned: ownership !== null,
    adopted: postmaster.adopted,
    close: async () => {
      if (!ownership) return
      await stopPostmaster(folder, postmaster)
      await ownership.release()
    },
  }
}

interface Reached {
  postmaster: RunningPostmaster
  connectionString: string
  ownership: Ownership | null
}

/**
 * A running postmaster, its application's database, and the right to stop it if nobody else has it. One that was found
 * running may have been killed a moment ago (it still has its process and its file, and resets who connects), or be
 * stopped by its owner while we wait for it: then the next look finds it gone, and starts another.
 */
async function reachPostmaster({
  folder,
  binaries,
  password,
  patienceMs,
}: {
  folder: ClusterFolder
  binaries: PostgresBinaries
  password: string
  patienceMs: number
}): Promise<Reached> {
  for (let attempt = 1; ; attempt++) {
    const postmaster = await runPostmaster({ folder, binaries })
    try {
      const connectionString = await ensureApplicationDatabase({ port: postmaster.port, password })
      return { postmaster, connectionString, ownership: await takeOwnership({ connectionString, patienceMs }) }
    } catch (error) {
      if (!postmaster.adopted || attempt === REACH_ATTEMPTS || !isConnectionLost(error)) throw error
      await delay(REACH_RETRY_MS)
    }
  }
}

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // 57P…: PostgreSQL says that it is shutting down, or starting.
  return /^ECONN|^EPIPE|^57P0/.test(code) || error.message.startsWith('Connection terminated')
}
