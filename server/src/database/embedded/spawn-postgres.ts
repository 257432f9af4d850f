import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, fchownSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterFolder } from './cluster-folder.ts'

/** Number under which the child finds the cluster's folder open: the first after stdin, stdout and stderr. */
const FOLDER_FD = 3

/**
 * How PostgreSQL names its folder. As root it runs as another user, who may not be allowed to walk to it (a clone in
 * /root): on Linux it receives the folder already open, and reaches it through its own descriptor, where the permissions
 * of the folders above do not count. Its children inherit the descriptor. Elsewhere, and for an ordinary user, the path.
 */
export function seenPath(folder: ClusterFolder, name: string): string {
  return join(usesDescriptor(folder) ? `/proc/self/fd/${FOLDER_FD}` : folder.path, name)
}

function usesDescriptor(folder: ClusterFolder): boolean {
  return folder.runAs !== null && process.platform === 'linux'
}

/**
 * Starts one of PostgreSQL's programs as the folder's user, its output appended to `postgres.log`, with nothing of our
 * environment: no LANG, LC_* or PG* variable can change what it does.
 *
 * It leads its own process session: Ctrl-C in our terminal does not reach it, and it is stopped last, by us.
 */
export function spawnPostgres({
  folder,
  program,
  args,
}: {
  folder: ClusterFolder
  program: string
  args: string[]
}): ChildProcess {
  const log = openSync(join(folder.path, 'postgres.log'), 'a', 0o600)
  const descriptor = openSync(folder.path, 'r')
  if (folder.runAs) fchownSync(log, folder.runAs.uid, folder.runAs.gid)
  try {
    return spawn(program, args, {
      stdio: ['ignore', log, log, descriptor],
      detached: true,
      cwd: '/',
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...folder.runAs,
    })
  } finally {
    closeSync(log)
    closeSync(descriptor)
  }
}
