import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../database-error.ts'
import type { PostgresBinaries } from './binaries.ts'
import { clusterName, type ClusterFolder } from './cluster-folder.ts'
import { freeLoopbackPort } from './free-loopback-port.ts'
import { logTail, rotateLog } from './log-tail.ts'
import { forgetPostmaster, isPostmasterOf, type Postmaster, readPostmaster } from './postmaster-file.ts'
import { seenPath, spawnPostgres } from './spawn-postgres.ts'

const POLL_MS = 20

// Recovery reads the log again since the last checkpoint: a minute or two at the very worst with its default size.
const READY_TIMEOUT_MS = 180_000

// Orphans of a killed postmaster notice its death within seconds; PostgreSQL refuses to start before. A free port may
// also be taken by another program between its choice and its use.
const START_ATTEMPTS = 5
const RETRY_DELAY_MS = 1_000

// Leaves room for the flush in the ten seconds that the whole stop may take.
const FAST_STOP_MS = 6_000

export interface RunningPostmaster extends Postmaster {
  /** True when a previous server left it running: it was killed, or another command uses it now. */
  adopted: boolean
}

/**
 * Finds this folder's postmaster running, or starts it, at `port` when there is one to keep; resolves when it accepts connections.
 * @throws DatabaseError CLUSTER_FAILED
 */
export async function runPostmaster({
  folder,
  binaries,
  port,
  signal,
}: {
  folder: ClusterFolder
  binaries: PostgresBinaries
  port?: number | undefined
  /** Ends the attempts: rejects with an AbortError. */
  signal?: AbortSignal | undefined
}): Promise<RunningPostmaster> {
  const name = await clusterName(folder)
  for (let attempt = 1; ; attempt++) {
    const adopted = await waitForRunning(folder, name)
    if (adopted) return { ...adopted, adopted: true }
    signal?.throwIfAborted()
    await rotateLog(folder)
    const started = await start({ folder, binaries, name, port: port ?? (await freeLoopbackPort()) })
    if (started) return { ...started, adopted: false }
    if (attempt === START_ATTEMPTS) {
      throw new DatabaseError('CLUSTER_FAILED', `PostgreSQL ne démarre pas : ${await logTail(folder)}`)
    }
    await delay(RETRY_DELAY_MS, undefined, { signal })
  }
}

/** The postmaster that already runs here, once ready; null when none does, or no longer. */
async function waitForRunning(folder: ClusterFolder, name: string): Promise<Postmaster | null> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    const found = await readPostmaster(folder)
    if (!found) return null
    if (!(await isPostmasterOf(found.pid, name))) {
      await forgetPostmaster(folder)
      return null
    }
    if (found.status === 'ready') return found
    await delay(POLL_MS)
  }
  throw new DatabaseError('CLUSTER_FAILED', `PostgreSQL ne répond pas : ${await logTail(folder)}`)
}

/** Null when the postmaster ended instead of getting ready: another one was faster, or something was in its way. */
async function start({
  folder,
  binaries,
  name,
  port,
}: {
  folder: ClusterFolder
  binaries: PostgresBinaries
  name: string
  port: number
}): Promise<Postmaster | null> {
  const child = spawnPostgres({
    folder,
    program: binaries.postgres,
    args: ['-D', seenPath(folder, 'cluster'), ...settings({ name, port })],
  })
  const ended = once(child, 'exit').then(
    () => true,
    () => true,
  )
  child.unref()
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    const found = await readPostmaster(folder)
    if (found?.pid === child.pid && found?.status === 'ready') return found
    if (await Promise.race([ended, delay(POLL_MS, false)])) return null
  }
  return null
}

/** On the command line, where no hand-edited postgresql.conf can weaken them. */
function settings({ name, port }: { name: string; port: number }): string[] {
  const values: Record<string, string | number> = {
    cluster_name: name,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

/**
 * Stops the postmaster: connections end, a checkpoint is written. Past a few seconds it stops at once instead, and the
 * next start recovers from its log: nothing committed is lost either way.
 */
export async function stopPostmaster(folder: ClusterFolder, { pid }: { pid: number }): Promise<void> {
  send(pid, 'SIGINT')
  if (await isGone(folder, pid, FAST_STOP_MS)) return
  send(pid, 'SIGQUIT')
  await isGone(folder, pid, FAST_STOP_MS)
}

function send(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone: what was asked.
  }
}

async function isGone(folder: ClusterFolder, pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const found = await readPostmaster(folder)
    if (found?.pid !== pid) return true
    await delay(POLL_MS)
  }
  return false
}
