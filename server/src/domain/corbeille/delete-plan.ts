import { recordFicheRights } from '../fiche/record-fiche-rights.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { heldFiches } from './fiches-only-there.ts'
import { lockPlansOfFiches } from './lock-plans-of-fiches.ts'
import { recordFichesGone } from './record-fiches-gone.ts'
import { createSuppressions, takeFiches } from './suppressions.ts'

/**
 * Puts a plan into the corbeille, with its axes and the fiches that are only in it; answers the line of the corbeille.
 * @throws NotFoundError, ForbiddenError.
 */
export async function deletePlan(useCase: UseCase, planId: string): Promise<string[]> {
  const { viewer, tx, record } = useCase
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'deletePlan', plan)
  await lockPlansOfFiches(tx, plan.id)
  // A colleague may have deleted it while this waited.
  await lockPlan(tx, plan.id)

  const { collectiviteId, nom } = plan
  const suppressionIds = await createSuppressions(useCase, [{ kind: 'PLAN', objetId: plan.id, nom, collectiviteId }])
  const [suppressionId] = suppressionIds
  if (suppressionId === undefined) throw new Error('one suppression is created per plan')
  const fiches = await heldFiches(useCase, { planId: plan.id, axeIds: 'all' })
  const gone = new Map(fiches.flatMap(({ id, isElsewhere }) => (isElsewhere ? [] : [[id, suppressionId]])))
  await recordFichesGone(useCase, [...gone.keys()])
  await takeFiches(tx, gone)
  await tx.plan.updateMany({ where: { id: plan.id, suppressionId: null }, data: { suppressionId } })
  for (const { id, isElsewhere } of fiches) {
    if (isElsewhere) record.change({ kind: 'fiche', ficheId: id, fields: ['placements'] })
  }
  record.change({ kind: 'plan', planId: plan.id, fields: [] })
  record.rights({ plans: [plan.id] })
  await recordFicheRights(
    useCase,
    fiches.map(({ id }) => id),
  )
  return suppressionIds
}
