import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseError } from './database-error.ts'

/**
 * Makes DATA_DIR, or finds it, and checks that it can be written: with an outside database too, the server leaves there what
 * its commands look for.
 *
 * @throws DatabaseError DATA_DIR_UNWRITABLE
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(dataDir, error)
  }
}

/**
 * Makes a folder and those above it. Node's own `recursive` goes round for ever where a file system answers "no such folder" for a
 * new one under a parent that is there, as `/proc` does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (await isFolder(path)) return
    const parent = dirname(path)
    if (codeOf(error) !== 'ENOENT' || (await isFolder(parent))) throw error
    await makeFolder(parent)
    await makeFolder(path)
  }
}

/** The sentence for a folder that cannot be written. */
export function unwritable(dataDir: string, error: unknown): DatabaseError {
  return new DatabaseError(
    'DATA_DIR_UNWRITABLE',
    `Impossible d’écrire dans le dossier de données ${dataDir} (${codeOf(error) ?? String(error)}) : corrigez ses droits, ou choisissez-en un autre avec DATA_DIR.`,
    { cause: error },
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
