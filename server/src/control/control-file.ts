import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** How a command of the same machine finds and convinces the running server: `DATA_DIR/server.json`, readable by its owner only. */
const ControlFile = z.object({ pid: z.int(), url: z.url(), secret: z.string().min(32) })
export type ControlFile = z.infer<typeof ControlFile>

const SECRET_BYTES = 32
const OWNER_ONLY = 0o600

const pathIn = (dataDir: string): string => join(dataDir, 'server.json')

/** A new secret, good for one life of the server. */
export function drawControlSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

export async function writeControlFile(dataDir: string, file: ControlFile): Promise<void> {
  // Removed first: the mode of a file that is there already would stay as it is.
  await rm(pathIn(dataDir), { force: true })
  await writeFile(pathIn(dataDir), JSON.stringify(file), { mode: OWNER_ONLY })
}

/** Leaves the file of another server alone: this one may have been replaced. */
export async function removeControlFile(dataDir: string, { secret }: { secret: string }): Promise<void> {
  const file = await readControlFile(dataDir)
  if (file?.secret === secret) await rm(pathIn(dataDir), { force: true })
}

/** null when no server wrote one, or when it cannot be read as one. */
export async function readControlFile(dataDir: string): Promise<ControlFile | null> {
  try {
    return ControlFile.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')))
  } catch {
    return null
  }
}
