import { DatabaseError } from '../database-error.ts'
import { findBinaries } from './binaries.ts'
import { clusterPassword, prepareClusterFolder } from './cluster-folder.ts'
import { checkClusterVersion, ensureCluster } from './create-cluster.ts'
import { reachPostmaster } from './reach-postmaster.ts'
import { stopPostmaster } from './run-postmaster.ts'
import { superviseCluster, type ClusterWatcher } from './supervise-cluster.ts'

// A killed server's connections are noticed at once by PostgreSQL on loopback; under load, within a second or two.
const OWNER_PATIENCE_MS = 3_000

export interface Cluster {
  connectionString: string
  /** False when another process owns the cluster, which then stays running after `close`. */
  owned: boolean
  /** True when it was running already. */
  adopted: boolean
  /** Whether it ended by itself, and is not back yet. */
  isRestarting(): boolean
  /** Stops PostgreSQL if it is ours. */
  close(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there.
 *
 * A server asks to own it: alone on its folder, it will stop it. A command may share the cluster of a running server. With
 * `watcher`, the one who owns it starts it again, at the same address, when it ends by itself.
 *
 * @throws DatabaseError DATA_DIR_IN_USE when `share` is false and another process owns it
 */
export async function openCluster({
  dataDir,
  share,
  watcher,
}: {
  dataDir: string
  share: boolean
  watcher?: ClusterWatcher | undefined
}): Promise<Cluster> {
  const folder = await prepareClusterFolder(dataDir)
  const binaries = await findBinaries(folder.runAs)
  await checkClusterVersion({ folder, binaries })
  const password = await clusterPassword(folder)
  const place = { folder, binaries, password }
  await ensureCluster(place)
  const reached = await reachPostmaster({ place, patienceMs: share ? 0 : OWNER_PATIENCE_MS })
  const { connectionString, ownership, postmaster } = reached
  if (!ownership && !share) {
    throw new DatabaseError(
      'DATA_DIR_IN_USE',
      `Pupitre tourne déjà sur le dossier de données ${dataDir} : arrêtez-le d’abord, ou choisissez un autre dossier avec DATA_DIR.`,
    )
  }
  const about = { connectionString, owned: ownership !== null, adopted: postmaster.adopted }
  if (!ownership) return { ...about, isRestarting: () => false, close: async () => undefined }
  if (watcher) return { ...about, ...superviseCluster({ place, postmaster, ownership, watcher }) }
  return {
    ...about,
    isRestarting: () => false,
    close: async () => {
      await stopPostmaster(folder, postmaster)
      await ownership.release()
    },
  }
}
