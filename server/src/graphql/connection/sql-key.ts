import { Prisma } from '@pupitre/prisma'
import { isUuid } from '../global-id.ts'
import { type Direction, isInstant, type SortKey } from './sort-key.ts'

/*
 * Sort keys for the lists whose pages are asked for in SQL.
 */

interface Column<Row> {
  /** The column, as the query names it. */
  column: Prisma.Sql
  read: (row: Row) => string | null
}

interface TypedColumn<Row> extends Column<Row> {
  /** What a value of a cursor is read as. */
  type: Prisma.Sql
  accepts: (value: string) => boolean
}

export type SqlKey<Row> = SortKey<Row, Prisma.Sql, Prisma.Sql>

export function textSqlKey<Row>(column: Column<Row>): SqlKey<Row> {
  return sqlKey({ ...column, type: Prisma.sql`text`, accepts: () => true })
}

export function uuidSqlKey<Row>(column: Column<Row>): SqlKey<Row> {
  return sqlKey({ ...column, type: Prisma.sql`uuid`, accepts: isUuid })
}

export function instantSqlKey<Row>(column: Column<Row>): SqlKey<Row> {
  return sqlKey({ ...column, type: Prisma.sql`timestamptz`, accepts: isInstant })
}

/** A day that may be unknown. */
export function nullableDaySqlKey<Row>(day: Column<Row>): SqlKey<Row> {
  return nullable(day, sqlKey({ ...day, type: Prisma.sql`date`, accepts: isInstant }))
}

/** One of a few values of an enum of the database, in its order there; it may be unknown. */
export function nullableEnumSqlKey<Row>({
  values,
  ...column
}: Column<Row> & { type: Prisma.Sql; values: readonly string[] }): SqlKey<Row> {
  return nullable(column, sqlKey({ ...column, accepts: (value) => values.includes(value) }))
}

function nullable<Row>({ column }: Column<Row>, key: SqlKey<Row>): SqlKey<Row> {
  return {
    ...key,
    orderBy: (direction, nulls) =>
      Prisma.sql`${column} ${DIRECTIONS[direction]} ${nulls === 'first' ? Prisma.sql`NULLS FIRST` : Prisma.sql`NULLS LAST`}`,
    isNull: Prisma.sql`${column} IS NULL`,
    notNull: Prisma.sql`${column} IS NOT NULL`,
  }
}

const DIRECTIONS: Record<Direction, Prisma.Sql> = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` }

function sqlKey<Row>({ column, type, read, accepts }: TypedColumn<Row>): SqlKey<Row> {
  const compared = (operator: Prisma.Sql, value: string) => Prisma.sql`${column} ${operator} ${value}::${type}`
  return {
    read,
    accepts,
    orderBy: (direction) => Prisma.sql`${column} ${DIRECTIONS[direction]}`,
    equals: (value) => (value === null ? Prisma.sql`${column} IS NULL` : compared(Prisma.sql`=`, value)),
    beyond: (side, value) => compared(side === 'gt' ? Prisma.sql`>` : Prisma.sql`<`, value),
    from: (side, value) => compared(side === 'gte' ? Prisma.sql`>=` : Prisma.sql`<=`, value),
  }
}
