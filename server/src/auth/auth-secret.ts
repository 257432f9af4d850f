import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** 256 bits: nobody guesses it. */
const SECRET_BYTES = 32
const OWNER_ONLY = 0o600

/**
 * The secret that signs sessions with the embedded database: drawn once into DATA_DIR, readable by its owner only, and kept,
 * so that a restart signs nobody out.
 */
export async function keptAuthSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'auth-secret')
  try {
    // `wx` writes only where there is nothing: of two that start at once, one draws.
    const file = await open(path, 'wx', OWNER_ONLY)
    try {
      await file.writeFile(randomBytes(SECRET_BYTES).toString('base64url'))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
  const secret = (await readFile(path, 'utf8')).trim()
  if (secret === '')
    throw new Error(`${path} est vide : supprimez-le pour en tirer un autre (chacun devra se reconnecter).`)
  return secret
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
