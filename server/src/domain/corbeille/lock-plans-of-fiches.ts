import { lockPlans } from '../plan/lock-plan.ts'
import type { Tx } from '../transaction.ts'

/**
 * Locks a plan and every other one that holds one of its fiches: two plans deleted at once would each see the fiche stay in
 * the other, and leave it in neither.
 */
export async function lockPlansOfFiches(tx: Tx, planId: string): Promise<void> {
  const shared = await tx.placement.findMany({
    where: { fiche: { placements: { some: { planId } } } },
    distinct: ['planId'],
    select: { planId: true },
  })
  await lockPlans(tx, [planId, ...shared.map((place) => place.planId)])
}
