import { pendingMigrations } from '@pupitre/prisma'
import type pg from 'pg'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'

const migrationRows = z.array(z.object({ migration_name: z.string() }))

/** The migrations that a database has, in their order; null when it is not one of Pupitre's. */
export async function readMigrationNames(client: pg.ClientBase): Promise<string[] | null> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is_there")
  if (!z.array(z.object({ is_there: z.boolean() })).parse(table.rows)[0]?.is_there) return null
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  return migrationRows
    .parse(rows)
    .map((row) => row.migration_name)
    .toSorted()
}

/**
 * Checks that a database is Pupitre's, at the level of this code.
 * @throws DatabaseError DATABASE_UNSUITABLE
 */
export async function checkMigrated(client: pg.ClientBase): Promise<void> {
  if ((await readMigrationNames(client)) === null)
    throw new DatabaseError('DATABASE_UNSUITABLE', 'Cette base ne contient pas Pupitre : rien n’y a encore démarré.')
  const pending = await pendingMigrations(async (sql) => migrationRows.parse((await client.query(sql)).rows))
  if (pending.length > 0)
    throw new DatabaseError(
      'DATABASE_UNSUITABLE',
      `Cette base est d’une version antérieure (il lui manque ${pending.join(', ')}) : démarrez d’abord cette version de Pupitre.`,
    )
}
