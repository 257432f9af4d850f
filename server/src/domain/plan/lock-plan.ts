import { NotFoundError } from '../errors.ts'
import { planArchived } from '../rights/demand.ts'
import type { Tx } from '../transaction.ts'

/**
 * Makes the changes of one plan's structure wait for each other until the transaction ends, so that two
 * people who add at the end of the same place do not draw the same position. Taken before any document's row.
 * @throws NotFoundError when it went into the corbeille meanwhile: what is put there then, nobody would find. ForbiddenError
 * PLAN_ARCHIVED when it is archived.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  const [plan] = await lockPlans(tx, [planId])
  if (!plan || plan.suppressionId !== null) throw new NotFoundError('PLAN')
  if (plan.archivedAt !== null) throw planArchived()
}

interface LockedPlan {
  suppressionId: string | null
  archivedAt: Date | null
}

/** The same for several plans, in the corbeille or not, always in one order, so that two of these acts never wait for each other. */
export function lockPlans(tx: Tx, planIds: readonly string[]): Promise<LockedPlan[]> {
  return tx.$queryRaw`
    SELECT suppression_id AS "suppressionId", archived_at AS "archivedAt" FROM plan
    WHERE id = ANY(${[...planIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
