import { Prisma } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'

/** From the id of an original to that of its copy. */
export type Copies = ReadonlyMap<string, string>

interface Copying {
  /** As the database names it. */
  table: string
  /** Columns that name something copied: in the copy they name its copy, and rows that name anything else are not copied. */
  follow: Record<string, Copies>
  /** The same, of columns that may name nothing. */
  followOrNull?: Record<string, Copies>
  /** Columns that have another value in the copy. */
  set?: Record<string, string | number | boolean | null>
  /** The rows have an `id` of their own. */
  hasId?: boolean
}

/**
 * Copies rows of a table, whole: a column that is added one day is copied too. One statement, however many rows. The names of
 * the table and its columns are ours, never given.
 */
export async function copyRows(
  tx: Tx,
  { table, follow, followOrNull = {}, set = {}, hasId = false }: Copying,
): Promise<void> {
  const joins: Prisma.Sql[] = []
  const conditions: Prisma.Sql[] = [Prisma.sql`true`]
  const changes: Prisma.Sql[] = [Prisma.sql`${JSON.stringify(set)}::jsonb`]
  if (hasId) changes.push(Prisma.sql`jsonb_build_object('id', gen_random_uuid())`)
  const all = [
    ...Object.entries(follow).map(([column, copies]) => ({ column, copies, isOptional: false })),
    ...Object.entries(followOrNull).map(([column, copies]) => ({ column, copies, isOptional: true })),
  ]
  all.forEach(({ column, copies, isOptional }, index) => {
    const named = Prisma.raw(`original.${column}`)
    const map = Prisma.raw(`map${index}`)
    const join = Prisma.raw(isOptional ? 'LEFT JOIN' : 'JOIN')
    joins.push(Prisma.sql`${join} unnest(${[...copies.keys()]}::uuid[], ${[...copies.values()]}::uuid[])
      AS ${map}(from_id, to_id) ON ${map}.from_id = ${named}`)
    if (isOptional) conditions.push(Prisma.sql`(${named} IS NULL OR ${map}.to_id IS NOT NULL)`)
    changes.push(Prisma.sql`jsonb_build_object(${column}::text, ${map}.to_id)`)
  })

  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table)}
    SELECT copy.* FROM ${Prisma.raw(table)} original
    ${Prisma.join(joins, ' ')}
    CROSS JOIN LATERAL jsonb_populate_record(original, ${Prisma.join(changes, ' || ')}) copy
    WHERE ${Prisma.join(conditions, ' AND ')}`
}
