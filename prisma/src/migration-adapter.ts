import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'

/** Oid of PostgreSQL's internal one-byte type `"char"`, which its catalogs are full of. */
const INTERNAL_CHAR_OID = 18

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * The pg adapter with what the schema engine needs and the stock one (7.10) lacks:
 *
 * - reading columns of the internal type `"char"`, without which no catalog can be introspected;
 * - running a migration's script whole. The stock one cuts it at each semicolon, those inside functions too. Sent as one
 *   simple query, PostgreSQL also runs it in one transaction: a migration is applied whole or not at all.
 *
 * There is no shadow database: the engine is never asked for what needs one.
 */
export function migrationAdapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const stock = new PrismaPg(pool)
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => migrationAdapter(await stock.connect(), pool),
    connectToShadowDb: () => Promise.reject(new Error('migrations are never tried on a shadow database')),
  }
}

function migrationAdapter(stock: PgAdapter, pool: pg.Pool): SqlDriverAdapter {
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    queryRaw: (query) =>
      stock.queryRaw(query).catch((error: unknown) => retryWithoutChar(error, { stock, pool, query })),
    executeRaw: (query) => stock.executeRaw(query),
    startTransaction: (isolationLevel) => stock.startTransaction(isolationLevel),
    executeScript: async (script) => void (await pool.query(script)),
    getConnectionInfo: () => stock.getConnectionInfo(),
    dispose: () => stock.dispose(),
  }
}

/** Runs the query again with its `"char"` columns cast to text, and declares them characters. */
async function retryWithoutChar(
  error: unknown,
  { stock, pool, query }: { stock: PgAdapter; pool: pg.Pool; query: SqlQuery },
): Promise<SqlResultSet> {
  if (!isDriverAdapterError(error) || error.cause.kind !== 'UnsupportedNativeDataType') throw error
  const { fields } = await pool.query({ text: query.sql, values: query.args, rowMode: 'array' })
  const columns = fields.map(({ name, dataTypeID }) =>
    dataTypeID === INTERNAL_CHAR_OID ? `q."${name}"::text` : `q."${name}"`,
  )
  const inner = query.sql.trim().replace(/;$/, '')
  const result = await stock.queryRaw({ ...query, sql: `SELECT ${columns.join(', ')} FROM (${inner}) AS q` })
  return {
    ...result,
    columnTypes: result.columnTypes.map((type, index) =>
      fields[index]?.dataTypeID === INTERNAL_CHAR_OID ? ColumnTypeEnum.Character : type,
    ),
  }
}
