import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClusterFolder } from './cluster-folder.ts'

const TAIL_BYTES = 4096

// A few weeks of a quiet server; one older file is kept beside it.
const MAX_LOG_BYTES = 10 * 1024 * 1024

/** The last complaint in PostgreSQL's log, on one line. */
export async function logTail(folder: ClusterFolder): Promise<string> {
  const file = await open(join(folder.path, 'postgres.log')).catch(() => null)
  if (!file) return 'aucun message de PostgreSQL'
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: Math.max(0, size - TAIL_BYTES),
    })
    const lines = buffer.subarray(0, bytesRead).toString('utf8').trim().split('\n')
    return lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? ''
  } finally {
    await file.close()
  }
}

/** Starts a new log when the present one is long. Called while PostgreSQL is stopped. */
export async function rotateLog(folder: ClusterFolder): Promise<void> {
  const path = join(folder.path, 'postgres.log')
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > MAX_LOG_BYTES) await rename(path, `${path}.1`)
}
