import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

/** Where the migrations are: `<name>/migration.sql`, as Prisma's own CLI lays them out. */
export const MIGRATIONS_FOLDER = join(PACKAGE, 'migrations')

/** The migrations of the project, in the order in which they apply. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}

/** schema.prisma, as the engine takes it. */
export async function readSchema(): Promise<SchemasContainer> {
  const path = join(PACKAGE, 'schema.prisma')
  return { files: [{ path, content: await readFile(path, 'utf8') }] }
}
