import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readMigrationNames } from '../database/check-migrated.ts'
import { copyTarget, type InstanceTable, readInstanceTables, readSequences } from './instance-tables.ts'
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupTable,
  CHECKSUM_NAME,
  HEADER_NAME,
  type Manifest,
  MANIFEST_NAME,
} from './manifest.ts'
import { TarWriter } from './tar-writer.ts'

const compress = promisify(gzip)

/** Compressed and written at once: what a backup holds in memory, whatever the size of the instance. */
const PART_BYTES = 4 * 1024 * 1024
const LINE_END = 0x0a

export interface WrittenBackup {
  manifest: Manifest
  bytes: number
  /** Files of backups that were killed: they are removed. */
  removed: readonly string[]
}

interface BackupOrder {
  client: pg.Client
  path: string
  now: Date
  /** Of Pupitre. */
  version: string
}

/**
 * Writes a whole instance into a file, as it is at one moment: people go on writing, and what they write after is not in it.
 * The file has its name only once it is complete.
 *
 * @throws BackupError
 */
export async function writeBackup({ client, path, now, version }: BackupOrder): Promise<WrittenBackup> {
  const file = await TarWriter.create(path, { now })
  try {
    // One snapshot for all of it. It holds no lock that a writer would wait for.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query('SET LOCAL statement_timeout = 0')
    const header: BackupHeader = {
      format: 'pupitre-sauvegarde',
      formatVersion: BACKUP_FORMAT,
      pupitre: version,
      createdAt: now.toISOString(),
    }
    await file.add(HEADER_NAME, json(header))
    const tables: BackupTable[] = []
    for (const table of await readInstanceTables(client)) tables.push(await writeTable({ client, file, table }))
    const manifest: Manifest = {
      header,
      migrations: (await readMigrationNames(client)) ?? [],
      tables,
      sequences: await readSequences(client),
    }
    await client.query('COMMIT')
    const bytes = json(manifest)
    await file.add(MANIFEST_NAME, bytes)
    await file.add(CHECKSUM_NAME, Buffer.from(`${sha256(bytes)}  ${MANIFEST_NAME}\n`))
    await file.finish()
    return { manifest, bytes: file.bytes, removed: file.removed }
  } catch (error) {
    await file.abandon()
    throw error
  }
}

async function writeTable(parts: { client: pg.Client; file: TarWriter; table: InstanceTable }): Promise<BackupTable> {
  const { client, file, table } = parts
  const written: BackupTable = { ...table, rows: 0, parts: [] }
  const flush = async (piece: Buffer) => {
    const content = await compress(piece)
    const name = `tables/${table.name}/${String(written.parts.length + 1).padStart(6, '0')}.copy.gz`
    await file.add(name, content)
    written.parts.push({ name, sha256: sha256(content) })
  }
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const rows: AsyncIterable<Buffer> = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`))
  for await (const chunk of rows) {
    // A line end within a value is written \n: each one here ends a row.
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) written.rows += 1
    waiting.push(chunk)
    waitingBytes += chunk.length
    if (waitingBytes < PART_BYTES) continue
    await flush(Buffer.concat(waiting))
    waiting = []
    waitingBytes = 0
  }
  if (waitingBytes > 0) await flush(Buffer.concat(waiting))
  return written
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
