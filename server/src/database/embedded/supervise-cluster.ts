import { setTimeout as delay } from 'node:timers/promises'
import { clusterName } from './cluster-folder.ts'
import type { Ownership } from './ownership.ts'
import { isPostmasterOf, readPostmaster } from './postmaster-file.ts'
import { type ClusterPlace, reachPostmaster } from './reach-postmaster.ts'
import { stopPostmaster } from './run-postmaster.ts'

// Soon at first: who writes waits. A cause that stays (a full disk) is not hammered.
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 10_000

// A connection that the old postmaster left behind gives up its lock as soon as it notices.
const PATIENCE_MS = 3_000

/** Told of what becomes of the cluster. */
export interface ClusterWatcher {
  /** It ended by itself, or ended all its connections: it is started again. */
  lost(): void
  /** It did not start; it is tried again. */
  failed(error: unknown): void
  /** It serves again, after so long. */
  back(report: { afterMs: number }): void
}

interface Supervised {
  place: ClusterPlace
  postmaster: { pid: number; port: number }
  ownership: Ownership
  watcher: ClusterWatcher
}

/**
 * Keeps a cluster that is ours running until `close`. The connection by which we own it ends when its postmaster ends,
 * however that happens, and when one of its processes is killed (the postmaster then ends them all): either way the cluster
 * is found again or started again, at the address that everyone knows.
 */
export function superviseCluster({ place, postmaster, ownership, watcher }: Supervised): {
  isRestarting(): boolean
  close(): Promise<void>
} {
  const closing = new AbortController()
  const { signal } = closing
  let owned: Ownership | null = ownership

  const restart = async (): Promise<Ownership | null> => {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        const reached = await reachPostmaster({ place, patienceMs: PATIENCE_MS, port: postmaster.port, signal })
        if (reached.ownership) return reached.ownership
        watcher.failed(new Error('another process has taken the cluster'))
      } catch (error) {
        if (signal.aborted) return null
        watcher.failed(error)
      }
      await delay(waitMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return null
    }
  }

  const supervise = async (): Promise<void> => {
    while (owned) {
      await Promise.race([owned.lost, closed])
      if (signal.aborted) return
      owned = null
      watcher.lost()
      const since = performance.now()
      owned = await restart()
      if (owned) watcher.back({ afterMs: Math.round(performance.now() - since) })
    }
  }
  const closed = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const supervising = supervise()
  const stop = async (): Promise<void> => {
    const running = await readPostmaster(place.folder)
    const isOurs = running && (await isPostmasterOf(running.pid, await clusterName(place.folder)))
    if (isOurs) await stopPostmaster(place.folder, running)
  }

  return {
    isRestarting: () => owned === null,
    close: async () => {
      closing.abort()
      await stop()
      await supervising
      // One that was about to start.
      await stop()
      await owned?.release()
    },
  }
}
