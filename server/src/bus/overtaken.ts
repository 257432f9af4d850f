import { Prisma } from '@pupitre/prisma'
import { z } from 'zod'

/** Prisma's own: a row to change is no longer there; the database chose this transaction to end a deadlock. */
const PRISMA_CODES: ReadonlySet<string> = new Set(['P2025', 'P2034'])

/** A foreign key, a unique index or a check refused what was written; a deadlock. */
const SQL_STATES: ReadonlySet<string> = new Set(['23503', '23505', '23514', '40001', '40P01'])

const REFUSED_BY_POSTGRES = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
})

/**
 * Whether an act failed because a colleague committed another between what it read and what it wrote: the database kept its
 * constraints. Done again, it reads what is there now, and answers what there is to answer.
 */
export function isOvertaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (PRISMA_CODES.has(error.code)) return true
  const refusal = REFUSED_BY_POSTGRES.safeParse(error.meta)
  return refusal.success && SQL_STATES.has(refusal.data.driverAdapterError.cause.originalCode)
}
