import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A backup writes something every few seconds: one that has written nothing for a day, on whatever machine, is dead. */
const DEAD_AFTER_MS = 24 * 3600 * 1000

const PARTIAL = /-(\d+)\.partiel$/

/** Where a backup is written until it is complete: names the machine and the process, so that others know whether it still is. */
export function partialPath(path: string): string {
  return `${path}.${hostname()}-${process.pid}.partiel`
}

export interface Partials {
  /** What backups that were killed left in the folder, this file's and others'. */
  dead: string[]
  /** Of another backup that is being written under this very name; null when there is none. */
  rival: string | null
}

/** Looks for unfinished backups beside this one. */
export async function findPartials(path: string, { now }: { now: Date }): Promise<Partials> {
  const folder = dirname(path)
  const found: Partials = { dead: [], rival: null }
  for (const name of await readdir(folder).catch(() => [])) {
    const other = join(folder, name)
    if (!PARTIAL.test(name) || other === partialPath(path)) continue
    if (await isDead(other, now)) found.dead.push(other)
    else if (name.startsWith(`${basename(path)}.`)) found.rival = other
  }
  return found
}

async function isDead(path: string, now: Date): Promise<boolean> {
  const pid = Number(PARTIAL.exec(path)?.[1])
  const isOurs = path.endsWith(`.${hostname()}-${pid}.partiel`)
  if (isOurs && (pid === process.pid || !isRunning(pid))) return true
  const written = await stat(path).catch(() => null)
  return written !== null && now.getTime() - written.mtimeMs > DEAD_AFTER_MS
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export async function removePartials(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true })
}
