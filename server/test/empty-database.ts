import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface EmptyDatabase {
  connectionString: string
  drop(): Promise<void>
}

/** A database of the shared server without any table, for a test which migrates or counts by itself. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = new URL(inject('databaseUrl'))
  await administer(`CREATE DATABASE ${name}`)
  url.pathname = `/${name}`
  return { connectionString: url.href, drop: () => dropDatabase(name) }
}

async function dropDatabase(name: string): Promise<void> {
  try {
    await administer(`DROP DATABASE ${name} WITH (FORCE)`)
  } catch (error) {
    // An autovacuum worker looks at it, which we may not end: without FORCE, PostgreSQL ends it by itself.
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error
    await administer(`DROP DATABASE ${name}`)
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
