import { Prisma } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import {
  type DateComparison,
  type DecimalComparison,
  type Maybe,
  type TextComparison,
  type ValueComparison,
  amongConditions,
  literal,
} from './conditions.ts'

/*
 * Comparisons for the lists whose pages are asked for in SQL: each of them is a condition, and several hold together.
 */

export function textSql(column: Prisma.Sql, filter: Maybe<TextComparison>): Prisma.Sql[] {
  if (!filter) return []
  const { equals, contains, startsWith } = filter
  return [
    ...(equals == null ? [] : [Prisma.sql`${column} = ${equals}`]),
    ...(contains == null ? [] : [Prisma.sql`${column} ILIKE ${`%${literal(contains)}%`}`]),
    ...(startsWith == null ? [] : [Prisma.sql`${column} ILIKE ${`${literal(startsWith)}%`}`]),
  ]
}

/** Of the column that keeps names without accents nor case: those which hold the words of a search, as `nomHolds`. */
export function nomHoldsSql(column: Prisma.Sql, recherche: Maybe<string>): Prisma.Sql[] {
  return recherche ? [Prisma.sql`${column} LIKE ${`%${literal(normaliseNom(recherche))}%`}`] : []
}

/** One of some uuids; nothing asked when they are undefined. Compared with a single one, a sorted index stays sorted. */
export function amongUuidsSql(column: Prisma.Sql, uuids: readonly string[] | undefined): Prisma.Sql[] {
  if (!uuids) return []
  const [only] = uuids
  if (only !== undefined && uuids.length === 1) return [Prisma.sql`${column} = ${only}::uuid`]
  return [Prisma.sql`${column} = ANY (${[...uuids]}::uuid[])`]
}

/** A value of an enum of the database, by its name there. */
export function valueSql(
  column: Prisma.Sql,
  { filter, type }: { filter: Maybe<ValueComparison<string>>; type: Prisma.Sql },
): Prisma.Sql[] {
  if (!filter) return []
  return [
    ...amongConditions(filter.in).map((values) => Prisma.sql`${column} = ANY (${values.in}::${type}[])`),
    ...nullSql(column, filter.isNull),
  ]
}

/** A number, both ends in. */
export function decimalSql(column: Prisma.Sql, filter: Maybe<DecimalComparison>): Prisma.Sql[] {
  if (!filter) return []
  const { atLeast, atMost } = filter
  return [
    ...(atLeast == null ? [] : [Prisma.sql`${column} >= ${atLeast}::numeric`]),
    ...(atMost == null ? [] : [Prisma.sql`${column} <= ${atMost}::numeric`]),
  ]
}

/** A day, given as `YYYY-MM-DD`. */
export function dateSql(column: Prisma.Sql, filter: Maybe<DateComparison>): Prisma.Sql[] {
  if (!filter) return []
  const { equals, before, after, isNull } = filter
  return [
    ...(equals == null ? [] : [Prisma.sql`${column} = ${equals}::date`]),
    ...(before == null ? [] : [Prisma.sql`${column} < ${before}::date`]),
    ...(after == null ? [] : [Prisma.sql`${column} > ${after}::date`]),
    ...nullSql(column, isNull),
  ]
}

function nullSql(column: Prisma.Sql, isNull: Maybe<boolean>): Prisma.Sql[] {
  if (isNull == null) return []
  return [isNull ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} IS NOT NULL`]
}
