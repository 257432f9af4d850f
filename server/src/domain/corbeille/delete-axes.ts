import { NotFoundError } from '../errors.ts'
import { PlanAxes } from '../axe/plan-axes.ts'
import { recordFicheRights } from '../fiche/record-fiche-rights.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { deletedAxesSchema } from './deletion-rules.ts'
import { heldFiches } from './fiches-only-there.ts'
import { lockPlansOfFiches } from './lock-plans-of-fiches.ts'
import { recordFichesGone } from './record-fiches-gone.ts'
import { createSuppressions, takeAxes, takeFiches } from './suppressions.ts'

/**
 * Puts axes into the corbeille, each with its sub-tree and the fiches placed only there; answers one id per line of the
 * corbeille. A fiche that is placed elsewhere too stays there.
 * @throws ValidationError, NotFoundError (the plan, or an axe in it), ForbiddenError.
 */
export async function deleteAxes(
  useCase: UseCase,
  input: { planId: string; axeIds: readonly string[] },
): Promise<string[]> {
  const { viewer, tx, record } = useCase
  const { planId, axeIds } = parseInput(deletedAxesSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'editPlan', plan)
  await lockPlansOfFiches(tx, plan.id)
  await lockPlan(tx, plan.id)

  const axes = await PlanAxes.load(tx, plan.id)
  if (axeIds.some((id) => !axes.get(id))) throw new NotFoundError('AXE')
  const tops = axes.topmost(axeIds)
  const noms = new Map((await tx.axe.findMany({ where: { id: { in: tops } } })).map(({ id, nom }) => [id, nom]))
  const suppressionIds = await createSuppressions(
    useCase,
    tops.map((id) => ({ kind: 'AXE', objetId: id, nom: noms.get(id) ?? '', collectiviteId: plan.collectiviteId })),
  )
  const taken = new Map(tops.flatMap((top, at) => axes.subTree(top).map((id) => [id, suppressionIds[at] ?? ''])))
  const fiches = await heldFiches(useCase, { planId: plan.id, axeIds: new Set(taken.keys()) })
  const gone = new Map(
    fiches.flatMap(({ id, isElsewhere, axeIds: [axeId] }): [string, string][] => {
      const suppressionId = axeId == null ? undefined : taken.get(axeId)
      return isElsewhere || suppressionId === undefined ? [] : [[id, suppressionId]]
    }),
  )
  await recordFichesGone(useCase, [...gone.keys()])
  await takeFiches(tx, gone)
  await takeAxes(tx, taken)
  // Those that stay elsewhere may not be read there by all who read them here.
  await recordFicheRights(
    useCase,
    fiches.flatMap(({ id, isElsewhere }) => (isElsewhere ? [id] : [])),
  )
  record.change({ kind: 'plan', planId: plan.id, fields: ['fichesCount'], removedAxeIds: [...taken.keys()] })
  return suppressionIds
}
