import { open, type FileHandle } from 'node:fs/promises'
import { BackupError } from './backup-error.ts'
import { readTarHeader, TAR_BLOCK_BYTES, tarPadding } from './tar-block.ts'

/** More than any part or manifest that we write: a file that says more is none of ours. */
const MAX_ENTRY_BYTES = 256 * 1024 * 1024

export interface TarEntry {
  name: string
  content: Buffer
}

/**
 * Reads an archive file by file, one in memory at a time.
 * @throws BackupError when the file cannot be read, is no archive, or stops before its end
 */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const file = await openFile(path)
  try {
    let entries = 0
    for (;;) {
      const block = await read(file, TAR_BLOCK_BYTES)
      if (block?.every((byte) => byte === 0)) return
      const header = block && readTarHeader(block)
      if (!header || header.size > MAX_ENTRY_BYTES) throw unreadable(path, entries)
      const content = await read(file, header.size)
      const padding = await read(file, tarPadding(header.size).length)
      if (!content || !padding) throw unreadable(path, entries)
      entries += 1
      yield { name: header.name, content }
    }
  } finally {
    await file.close()
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new BackupError(`Le fichier ${path} ne peut être lu (${code}).`, { cause: error })
  }
}

/** The next bytes, or null when the file stops before. */
async function read(file: FileHandle, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at)
    if (bytesRead === 0) return null
    at += bytesRead
  }
  return bytes
}

function unreadable(path: string, entries: number): BackupError {
  return entries === 0 ? notOurs(path) : incomplete(path)
}

export function notOurs(path: string): BackupError {
  return new BackupError(`${path} n’est pas une sauvegarde de Pupitre.`)
}

export function incomplete(path: string): BackupError {
  return new BackupError(`La sauvegarde ${path} est incomplète : il en manque la fin. Rien n’a été changé.`)
}
