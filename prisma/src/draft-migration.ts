import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { MIGRATIONS_FOLDER } from './migration-folder.ts'
import { schemaDrift } from './schema-drift.ts'

/**
 * Writes the migration which takes a database with every earlier migration to schema.prisma, found on a scratch database
 * of the given server, dropped afterwards. Returns the file's path, or null when there is nothing to change.
 * The file is a draft: what Prisma cannot say is added to it by hand.
 */
export async function draftMigration(draft: {
  /** A server where databases may be created. */
  connectionString: string
  /** snake_case: what the migration brings. */
  name: string
  now: Date
}): Promise<string | null> {
  const sql = await onScratchDatabase(draft.connectionString, async (connectionString) => {
    await migrate({ connectionString })
    return schemaDrift({ connectionString })
  })
  if (sql === '') return null
  const stamp = draft.now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS_FOLDER, `${stamp}_${draft.name}`)
  await mkdir(folder)
  const file = join(folder, 'migration.sql')
  await writeFile(file, `${sql}\n`)
  return file
}

async function onScratchDatabase<T>(server: string, work: (connectionString: string) => Promise<T>): Promise<T> {
  const name = `scratch_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    const url = new URL(server)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
