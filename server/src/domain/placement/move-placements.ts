import { ConflictError, NotFoundError } from '../errors.ts'
import { type PlacementMoves, placementMovesSchema } from '../axe/axe-rules.ts'
import { type MoveBack, movesBack } from '../axe/moves-back.ts'
import { savePositions } from '../axe/save-positions.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { insertAmong } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import { readablePlacements } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { demandAxe } from './demand-axe.ts'
import { PlanPlaces, readablePlaceIds } from './plan-places.ts'

/** What moving did: every place that is another one, and the moves that put them all back. */
export interface MovedPlacements {
  planId: string
  placementIds: string[]
  back: MoveBack[]
}

/**
 * Moves fiches within a plan, to an axe or to its root. Several at once have the order that they are given in. A neighbour
 * that has left the place in between means its end.
 * @throws ValidationError, NotFoundError (the plan, a place or an axe in it), ForbiddenError, ConflictError
 * FICHE_ALREADY_PLACED when the axe holds one of the fiches already.
 */
export async function movePlacements(useCase: UseCase, input: PlacementMoves): Promise<MovedPlacements> {
  const { viewer, tx, record } = useCase
  const { planId, moves } = parseInput(placementMovesSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'editPlan', plan)
  await lockPlan(tx, plan.id)
  const movedIds = new Set(moves.flatMap(({ placementIds }) => placementIds))
  const found = await tx.placement.count({
    where: { AND: [{ id: { in: [...movedIds] }, planId: plan.id }, readablePlacements(viewer)] },
  })
  if (found !== movedIds.size) throw new NotFoundError('PLACEMENT')
  for (const axeId of new Set(moves.flatMap((move) => move.axeId ?? [])))
    await demandAxe(tx, { planId: plan.id, axeId })

  const before = await PlanPlaces.load(tx, plan.id)
  const places = await PlanPlaces.load(tx, plan.id)
  const touchedIds = new Set<string>()
  for (const { placementIds, axeId, beforeId, afterId } of moves) {
    demandNotThere(places, { placementIds, axeId })
    const positions = insertAmong(places.in(axeId), { movedIds: placementIds, beforeId, afterId })
    await savePositions(tx, { table: 'placement', rows: positions, parentId: axeId })
    for (const { id, position } of positions) {
      places.move(id, { axeId, position })
      touchedIds.add(id)
    }
  }
  record.change({ kind: 'plan', planId: plan.id, placementIds: [...touchedIds] })
  const named = await readablePlaceIds(useCase, plan.id)
  const siblingsOf = (axeId: string | null) => before.in(axeId).flatMap(({ id }) => (named.has(id) ? [id] : []))
  const placeOf = (id: string) => before.get(id)?.axeId ?? null
  return { planId: plan.id, placementIds: [...touchedIds], back: movesBack({ movedIds, placeOf, siblingsOf }) }
}

function demandNotThere(
  places: PlanPlaces,
  { placementIds, axeId }: { placementIds: readonly string[]; axeId: string | null },
): void {
  const moved = new Set(placementIds)
  const there = new Set(places.in(axeId).flatMap(({ id, ficheId }) => (moved.has(id) ? [] : [ficheId])))
  for (const id of placementIds) {
    const ficheId = places.get(id)?.ficheId
    if (ficheId === undefined) continue
    if (there.has(ficheId)) {
      throw new ConflictError({
        code: 'FICHE_ALREADY_PLACED',
        message: 'Une de ces fiches est déjà à cet endroit du plan.',
      })
    }
    there.add(ficheId)
  }
}
