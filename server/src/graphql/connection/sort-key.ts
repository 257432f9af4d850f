import { isUuid } from '../global-id.ts'

export type Direction = 'asc' | 'desc'

/** A Prisma order of a nullable column: nulls come last, so that reading backwards puts them first. */
interface NullableOrder {
  sort: Direction
  nulls: 'first' | 'last'
}

type Bound<Value> = { gt: Value } | { lt: Value } | { gte: Value } | { lte: Value }

/** One column that a list is sorted by; its values go into cursors as strings. Values of null come last, whatever the direction. */
export interface SortKey<Row, Where, OrderBy> {
  read(row: Row): string | null
  orderBy(direction: Direction, nulls: 'first' | 'last'): OrderBy
  equals(value: string | null): Where
  beyond(side: 'gt' | 'lt', value: string): Where
  /** At the value or beyond: where an index starts to read. */
  from(side: 'gte' | 'lte', value: string): Where
  /** Rows without a value; undefined when the column always has one. */
  isNull?: Where
  notNull?: Where
  /** Whether a cursor may hold this value: cursors come from outside. */
  accepts(value: string): boolean
}

/** A column of text that always has a value. */
export function textKey<Row, Where, OrderBy>(column: {
  read: (row: Row) => string
  where: (comparison: { equals: string } | Bound<string>) => Where
  orderBy: (direction: Direction) => OrderBy
  accepts?: (value: string) => boolean
}): SortKey<Row, Where, OrderBy> {
  return {
    read: column.read,
    orderBy: column.orderBy,
    equals: (value) => column.where({ equals: value ?? '' }),
    beyond: (side, value) => column.where(side === 'gt' ? { gt: value } : { lt: value }),
    from: (side, value) => column.where(side === 'gte' ? { gte: value } : { lte: value }),
    accepts: column.accepts ?? (() => true),
  }
}

/** A uuid that always has a value: what makes two rows of a list differ. */
export function uuidKey<Row, Where, OrderBy>(
  column: Omit<Parameters<typeof textKey<Row, Where, OrderBy>>[0], 'accepts'>,
) {
  return textKey({ ...column, accepts: isUuid })
}

/** A uuid that may be absent. */
export function nullableUuidKey<Row, Where, OrderBy>(column: {
  read: (row: Row) => string | null
  where: (comparison: { equals: string | null } | { not: null } | Bound<string>) => Where
  orderBy: (order: NullableOrder) => OrderBy
}): SortKey<Row, Where, OrderBy> {
  return {
    read: column.read,
    orderBy: (sort, nulls) => column.orderBy({ sort, nulls }),
    equals: (value) => column.where({ equals: value }),
    beyond: (side, value) => column.where(side === 'gt' ? { gt: value } : { lt: value }),
    from: (side, value) => column.where(side === 'gte' ? { gte: value } : { lte: value }),
    isNull: column.where({ equals: null }),
    notNull: column.where({ not: null }),
    accepts: isUuid,
  }
}

/** A date or an instant that always has a value. */
export function instantKey<Row, Where, OrderBy>(column: {
  read: (row: Row) => Date
  where: (comparison: { equals: Date } | Bound<Date>) => Where
  orderBy: (direction: Direction) => OrderBy
}): SortKey<Row, Where, OrderBy> {
  return {
    read: (row) => column.read(row).toISOString(),
    orderBy: column.orderBy,
    equals: (value) => column.where({ equals: new Date(value ?? '') }),
    beyond: (side, value) => column.where(side === 'gt' ? { gt: new Date(value) } : { lt: new Date(value) }),
    from: (side, value) => column.where(side === 'gte' ? { gte: new Date(value) } : { lte: new Date(value) }),
    accepts: isInstant,
  }
}

export function isInstant(value: string): boolean {
  return !Number.isNaN(Date.parse(value))
}
