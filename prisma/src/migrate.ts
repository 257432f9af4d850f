import pg from 'pg'
import { readMigrations, readSchema } from './migration-folder.ts'
import { NO_FILTER, withSchemaEngine } from './schema-engine.ts'

// Any number that nothing else locks: two servers which start at once on one database migrate one after the other.
const MIGRATION_LOCK = 7_482_195_530

/**
 * Applies the migrations that the database lacks, in order, each in a transaction of its own.
 * Returns their names; none when the database is up to date. Safe to call from several processes at once.
 *
 * `only`: stops at the level that these make, for an older backup to be restored.
 *
 * @throws MigrationError when one fails or an applied one was changed since: the database stays as it was before it.
 */
export async function migrate({
  connectionString,
  only,
}: {
  connectionString: string
  only?: ReadonlySet<string>
}): Promise<string[]> {
  const lock = new pg.Client({ connectionString })
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const [all, { files }] = await Promise.all([readMigrations(), readSchema()])
    const migrationDirectories = all.migrationDirectories.filter(({ path }) => only?.has(path) ?? true)
    const migrationsList = { ...all, migrationDirectories }
    const [schema] = files
    if (!schema) throw new Error('schema.prisma is empty')
    return await withSchemaEngine({ connectionString, schema }, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER })
      return appliedMigrationNames
    })
  } finally {
    await lock.end()
  }
}

/** Names of all the migrations of this code, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readMigrations()).migrationDirectories.map(({ path }) => path)
}

/** Names of the migrations that the database lacks, read without the engine: cheap enough for a readiness probe. */
export async function pendingMigrations(
  query: (sql: string) => Promise<{ migration_name: string }[]>,
): Promise<string[]> {
  const { migrationDirectories } = await readMigrations()
  const rows = await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrationDirectories.map(({ path }) => path).filter((name) => !applied.has(name))
}
