import { randomBytes } from 'node:crypto'
import { chmod, chown, lchown, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, unwritable } from '../data-dir.ts'
import { DatabaseError } from '../database-error.ts'
import { chooseRunAs, type RunAs } from './run-as.ts'

/**
 * Where the embedded PostgreSQL lives: `DATA_DIR/postgres`, owned by the user that runs it.
 * `cluster/` is PostgreSQL's own data directory; `password` and `postgres.log` are ours.
 */
export interface ClusterFolder {
  path: string
  runAs: RunAs | null
}

export function clusterPath(folder: ClusterFolder): string {
  return join(folder.path, 'cluster')
}

/** Makes the folder, or finds it, with its owner. @throws DatabaseError DATA_DIR_UNWRITABLE */
export async function prepareClusterFolder(dataDir: string): Promise<ClusterFolder> {
  const path = join(dataDir, 'postgres')
  try {
    await makeFolder(path)
    const runAs = await chooseRunAs(path)
    if (runAs) await giveTo(path, runAs)
    await chmod(path, 0o700)
    return { path, runAs }
  } catch (error) {
    throw unwritable(dataDir, error)
  }
}

/** The folder, and what is in it when root brought it there (a backup put back with `cp -r`). */
async function giveTo(path: string, runAs: RunAs): Promise<void> {
  await chown(path, runAs.uid, runAs.gid)
  const cluster = join(path, 'cluster')
  const found = await stat(cluster).catch(() => null)
  if (found?.uid !== 0) return
  const entries = await readdir(cluster, { recursive: true })
  for (const entry of entries) await lchown(join(cluster, entry), runAs.uid, runAs.gid)
  // Last: as long as it is root's, the next start does the rest again.
  await chown(cluster, runAs.uid, runAs.gid)
}

/** Writes a file that PostgreSQL's user alone can read (and root). */
export async function writePrivateFile(folder: ClusterFolder, name: string, content: string): Promise<string> {
  const path = join(folder.path, name)
  await writeFile(path, content, { mode: 0o600 })
  if (folder.runAs) await chown(path, folder.runAs.uid, folder.runAs.gid)
  return path
}

/**
 * The cluster's password, drawn once. Loopback TCP is open to every local user: the password is what keeps them out.
 * @throws DatabaseError CLUSTER_FAILED when there is a cluster whose password is lost
 */
export async function clusterPassword(folder: ClusterFolder): Promise<string> {
  const existing = await readFile(join(folder.path, 'password'), 'utf8').catch(() => null)
  if (existing !== null && existing.trim() !== '') return existing.trim()
  if (await stat(clusterPath(folder)).catch(() => null)) {
    throw new DatabaseError(
      'CLUSTER_FAILED',
      `Le mot de passe de la base de données manque ou ne peut pas être lu : remettez le fichier ${join(folder.path, 'password')} d’une sauvegarde.`,
    )
  }
  const password = randomBytes(24).toString('base64url')
  await writePrivateFile(folder, 'password', `${password}\n`)
  return password
}

/**
 * A name for this very folder, which changes when it is copied: a copy must never take the cluster that runs on the
 * original for its own.
 */
export async function clusterName(folder: ClusterFolder): Promise<string> {
  const { dev, ino } = await stat(clusterPath(folder), { bigint: true })
  return `pupitre-${dev.toString(36)}-${ino.toString(36)}`
}
