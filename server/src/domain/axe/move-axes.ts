import { ConflictError, NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { insertAmong } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { type AxeMoves, axeMovesSchema } from './axe-rules.ts'
import { PlanAxes } from './plan-axes.ts'
import { saveAxes } from './save-positions.ts'
import { type MoveBack, movesBack } from './moves-back.ts'

/** What moving did: every axe that has another place, and the moves that put them all back. */
export interface MovedAxes {
  planId: string
  axeIds: string[]
  back: MoveBack[]
}

/**
 * Moves axes of a plan with all that they hold. Several at once have the order that they are given in; one that is under
 * another of them follows it. A neighbour that has left the place in between means its end.
 * @throws ValidationError, NotFoundError (the plan, or an axe in it), ForbiddenError, ConflictError AXE_CYCLE.
 */
export async function moveAxes(useCase: UseCase, input: AxeMoves): Promise<MovedAxes> {
  const { viewer, tx, record } = useCase
  const { planId, moves } = parseInput(axeMovesSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'editPlan', plan)
  await lockPlan(tx, plan.id)

  const axes = await PlanAxes.load(tx, plan.id)
  const before = await PlanAxes.load(tx, plan.id)
  const movedIds = new Set<string>()
  const touchedIds = new Set<string>()
  for (const { axeIds, parentId, beforeId, afterId } of moves) {
    const ids = axes.topmost(axeIds)
    for (const id of [...axeIds, ...(parentId === null ? [] : [parentId])])
      if (!axes.get(id)) throw new NotFoundError('AXE')
    if (axes.isWithin(parentId, new Set(ids))) throw cycle()
    const positions = insertAmong(axes.childrenOf(parentId), { movedIds: ids, beforeId, afterId })
    for (const { id, position } of positions) {
      axes.set({ id, position, parentId })
      touchedIds.add(id)
    }
    for (const id of ids) movedIds.add(id)
  }
  await saveAxes(
    tx,
    [...touchedIds].flatMap((id) => axes.get(id) ?? []),
  )
  record.change({ kind: 'plan', planId: plan.id, axeIds: [...touchedIds] })
  const siblingsOf = (parentId: string | null) => before.childrenOf(parentId).map(({ id }) => id)
  const placeOf = (id: string) => before.get(id)?.parentId ?? null
  return { planId: plan.id, axeIds: [...touchedIds], back: movesBack({ movedIds, placeOf, siblingsOf }) }
}

function cycle(): ConflictError {
  return new ConflictError({
    code: 'AXE_CYCLE',
    message: 'Un axe ne peut être placé ni dans lui-même, ni dans un axe qu’il contient.',
  })
}
