import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { migrationAdapterFactory } from './migration-adapter.ts'
import { MigrationError } from './migration-error.ts'

export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] }

let instantiated: Promise<void> | undefined

/** Loads the engine's WebAssembly, once per process. Its file is not among the package's exports: found beside its glue. */
function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = await readFile(join(dirname(glue), 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engineModule } })
    engineModule.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
  })()
  return instantiated
}

/**
 * Runs `work` with Prisma's schema engine connected to the database, then lets go of every connection.
 * The engine is the one of Prisma's CLI, compiled to WebAssembly: nothing is downloaded (docs/decisions/0003).
 */
export async function withSchemaEngine<T>(
  { connectionString, schema }: { connectionString: string; schema: { path: string; content: string } },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await instantiate()
  const pool = new pg.Pool({ connectionString, max: 3, idleTimeoutMillis: 0 })
  // An idle connection lost mid-way fails the query that needs it; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: [[schema.path, schema.content]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(migrationAdapterFactory(pool)),
    )
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    throw readable(error)
  } finally {
    await pool.end()
  }
}

function readable(error: unknown): unknown {
  if (!(error instanceof Error)) return new MigrationError(String(error))
  return new MigrationError(error.message, { cause: error })
}
