import { setTimeout as delay } from 'node:timers/promises'
import { ensureApplicationDatabase } from './application-database.ts'
import type { PostgresBinaries } from './binaries.ts'
import type { ClusterFolder } from './cluster-folder.ts'
import { type Ownership, takeOwnership } from './ownership.ts'
import { type RunningPostmaster, runPostmaster } from './run-postmaster.ts'

// A killed process is gone within milliseconds, even on a loaded machine.
const REACH_ATTEMPTS = 20
const REACH_RETRY_MS = 100

/** A cluster, and how to get in. */
export interface ClusterPlace {
  folder: ClusterFolder
  binaries: PostgresBinaries
  password: string
}

export interface Reached {
  postmaster: RunningPostmaster
  connectionString: string
  ownership: Ownership | null
}

/**
 * A running postmaster, its application's database, and the right to stop it if nobody else has it. One that was found
 * running may have been killed a moment ago (it still has its process and its file, and resets who connects), or be
 * stopped by its owner while we wait for it: then the next look finds it gone, and starts another.
 *
 * @param port where to start it, when those who use it know its address already
 * @throws DatabaseError CLUSTER_FAILED
 */
export async function reachPostmaster({
  place,
  patienceMs,
  port,
  signal,
}: {
  place: ClusterPlace
  patienceMs: number
  port?: number
  signal?: AbortSignal
}): Promise<Reached> {
  for (let attempt = 1; ; attempt++) {
    const postmaster = await runPostmaster({ ...place, port, signal })
    try {
      const connectionString = await ensureApplicationDatabase({ port: postmaster.port, password: place.password })
      return { postmaster, connectionString, ownership: await takeOwnership({ connectionString, patienceMs }) }
    } catch (error) {
      if (!postmaster.adopted || attempt === REACH_ATTEMPTS || !isConnectionLost(error)) throw error
      await delay(REACH_RETRY_MS, undefined, { signal })
    }
  }
}

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // 57P…: PostgreSQL says that it is shutting down, or starting.
  return /^ECONN|^EPIPE|^57P0/.test(code) || error.message.startsWith('Connection terminated')
}
