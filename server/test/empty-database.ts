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
  return { connectionString: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
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
