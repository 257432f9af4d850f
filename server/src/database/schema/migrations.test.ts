import { migrate, MigrationError, pendingMigrations, schemaDrift } from '@pupitre/prisma'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '../../../test/empty-database.ts'

const FOLDER = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))

describe('migrations', () => {
  let names: string[]
  beforeAll(async () => {
    const entries = await readdir(FOLDER, { withFileTypes: true })
    names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()
  })

  let database: EmptyDatabase
  beforeEach(async () => {
    database = await emptyDatabase()
  })
  afterEach(() => database.drop())

  it('make exactly the database that schema.prisma describes', async () => {
    await migrate(database)
    expect(await schemaDrift(database)).toBe('')
  })

  it('show as drift when a column is missing', async () => {
    await migrate(database)
    await run('ALTER TABLE plan DROP COLUMN type_autre')
    expect(await schemaDrift(database)).toContain('ADD COLUMN     "type_autre"')
  })

  it('apply once, whoever asks at the same time', async () => {
    const applied = await Promise.all([migrate(database), migrate(database), migrate(database)])
    expect(applied.flat()).toEqual(names)
    expect(await migrate(database)).toEqual([])
  })

  it('are pending on a database that lacks them, and not after', async () => {
    await migrate(database)
    expect(await pendingMigrations(run)).toEqual([])
    await run('DELETE FROM _prisma_migrations')
    expect(await pendingMigrations(run)).toEqual(names)
  })

  it('leave the database as it was when one fails', async () => {
    await run('CREATE TABLE axe (id int)')
    await expect(migrate(database)).rejects.toThrow(MigrationError)
    const tables = await run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    expect(tables).toEqual([{ tablename: 'axe' }])
  })

  // oxlint-disable-next-line typescript/no-explicit-any -- what a statement returns is its own
  async function run(statement: string): Promise<any[]> {
    const client = new pg.Client(database)
    await client.connect()
    try {
      return (await client.query(statement)).rows
    } finally {
      await client.end()
    }
  }
})
