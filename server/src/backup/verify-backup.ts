import type { z } from 'zod'
import { BackupError } from './backup-error.ts'
import {
  BACKUP_FORMAT,
  CHECKSUM_NAME,
  HEADER_NAME,
  headerSchema,
  type Manifest,
  MANIFEST_NAME,
  manifestSchema,
} from './manifest.ts'
import { incomplete, notOurs, readTar, type TarEntry } from './tar-reader.ts'
import { sha256 } from './write-backup.ts'

/**
 * Reads a backup to its end and checks that it is whole and as it was written: its manifest by its checksum, each part by
 * the manifest's.
 *
 * @throws BackupError
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  const parts = new Map<string, string>()
  let header: TarEntry | null = null
  let manifest: TarEntry | null = null
  let checksum: TarEntry | null = null
  for await (const entry of readTar(path)) {
    if (!header) checkHeader((header = entry), path)
    else if (entry.name === MANIFEST_NAME) manifest = entry
    else if (entry.name === CHECKSUM_NAME) checksum = entry
    else parts.set(entry.name, sha256(entry.content))
  }
  if (!header) throw notOurs(path)
  if (!manifest || !checksum) throw incomplete(path)
  if (!checksum.content.toString().startsWith(sha256(manifest.content))) throw damaged(path, MANIFEST_NAME)
  const said = parse(manifestSchema, manifest)
  if (!said) throw damaged(path, MANIFEST_NAME)
  for (const { name, sha256: expected } of said.tables.flatMap((table) => table.parts))
    if (parts.get(name) !== expected) throw damaged(path, name)
  return said
}

function checkHeader(entry: TarEntry, path: string): void {
  const header = entry.name === HEADER_NAME ? parse(headerSchema, entry) : null
  if (!header) throw notOurs(path)
  if (header.formatVersion !== BACKUP_FORMAT)
    throw new BackupError(
      `${path} a été faite par Pupitre ${header.pupitre}, dans un format que cette version ne sait pas lire.`,
    )
}

function parse<Value>(schema: z.ZodType<Value>, { content }: TarEntry): Value | null {
  try {
    return schema.parse(JSON.parse(content.toString()))
  } catch {
    return null
  }
}

export function damaged(path: string, part: string): BackupError {
  return new BackupError(`La sauvegarde ${path} est abîmée (${part}) : rien n’a été changé.`)
}
