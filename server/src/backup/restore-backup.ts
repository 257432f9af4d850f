import { once } from 'node:events'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { BackupError } from './backup-error.ts'
import { copyTarget } from './instance-tables.ts'
import type { BackupTable, Manifest } from './manifest.ts'
import { readTar } from './tar-reader.ts'
import { damaged } from './verify-backup.ts'
import { sha256 } from './write-backup.ts'

const decompress = promisify(gunzip)
const tableNames = z.array(z.object({ name: z.string() }))

/**
 * Puts a verified backup in place of what the database holds, in one transaction: all of it or nothing. Every document and every feed begins
 * another life (its epoch), so that no browser merges what it kept of the former one, and no reader follows it. What waited to be sent is dropped.
 *
 * @throws BackupError
 */
export async function restoreBackup(order: { client: pg.Client; path: string; manifest: Manifest }): Promise<void> {
  const { client, manifest } = order
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL statement_timeout = 0')
    await empty(client)
    await copyTables(order)
    for (const { name, lastValue } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, coalesce($2::bigint, 1), $2::bigint IS NOT NULL)', [
        name,
        lastValue,
      ])
    await client.query('UPDATE live_document SET epoch = gen_random_uuid()')
    await client.query('UPDATE feed SET epoch = gen_random_uuid()')
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw toSentence(error)
  }
  await client.query('ANALYZE')
}

/** Every table but the migrations: what a backup leaves out is of the former instance too. */
async function empty(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  const names = tableNames.parse(rows).map(({ name }) => `public.${client.escapeIdentifier(name)}`)
  await client.query(`TRUNCATE ${names.join(', ')}`)
  // Made again by the next start. Its jobs are about what is no more, or were done since.
  await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE')
}

async function copyTables({ client, path, manifest }: Parameters<typeof restoreBackup>[0]): Promise<void> {
  // Our triggers guard a tree against what comes row by row: here it comes whole, in any order, and it was sound.
  const setTriggers = async (state: 'DISABLE' | 'ENABLE') => {
    for (const { name } of manifest.tables)
      await client.query(`ALTER TABLE public.${client.escapeIdentifier(name)} ${state} TRIGGER USER`)
  }
  await setTriggers('DISABLE')
  const contents = readTar(path)
  try {
    for (const table of manifest.tables) await copyTable({ client, path, table, contents })
  } finally {
    await contents.return(undefined)
  }
  // What the foreign keys still have to check is checked before the tables change again.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await setTriggers('ENABLE')
}

async function copyTable(parts: {
  client: pg.Client
  path: string
  table: BackupTable
  contents: ReturnType<typeof readTar>
}): Promise<void> {
  const { client, path, table, contents } = parts
  if (table.parts.length === 0) return
  const rows = client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`))
  // Listened to from the start: a statement that is refused says so while its rows are still being sent.
  const done = once(rows, 'finish')
  done.catch(() => undefined)
  for (const part of table.parts) {
    const content = await nextContent(contents, part.name)
    if (!content || sha256(content) !== part.sha256) {
      rows.destroy()
      throw damaged(path, part.name)
    }
    if (!rows.write(await decompress(content))) await Promise.race([once(rows, 'drain'), done])
  }
  rows.end()
  await done
  if (rows.rowCount !== table.rows) throw damaged(path, `tables/${table.name}`)
}

/** Parts come in the order of the manifest: they were written so. */
async function nextContent(contents: ReturnType<typeof readTar>, name: string): Promise<Buffer | null> {
  for (;;) {
    const next = await contents.next()
    if (next.done) return null
    if (next.value.name === name) return next.value.content
  }
}

/** 53100: disk full. */
function toSentence(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.code === '53100')
    return new BackupError('Le disque de la base de données est plein : rien n’a été changé.', { cause: error })
  return error
}
