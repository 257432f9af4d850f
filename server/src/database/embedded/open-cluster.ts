import { DatabaseError } from '../database-error.ts'
import { ensureApplicationDatabase } from './application-database.ts'
import { findBinaries } from './binaries.ts'
import { clusterPassword, prepareClusterFolder } from './cluster-folder.ts'
import { ensureCluster } from './create-cluster.ts'
import { takeOwnership } from './ownership.ts'
import { runPostmaster, stopPostmaster } from './run-postmaster.ts'

// A killed server's connections are noticed at once by PostgreSQL on loopback; under load, within a second or two.
const OWNER_PATIENCE_MS = 3_000

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
  const password = await clusterPassword(folder)
  await ensureCluster({ folder, binaries, password })
  const postmaster = await runPostmaster({ folder, binaries })
  const connectionString = await ensureApplicationDatabase({ port: postmaster.port, password })
  const ownership = await takeOwnership({ connectionString, patienceMs: share ? 0 : OWNER_PATIENCE_MS })
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
