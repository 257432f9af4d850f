import { NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { recordFicheRights } from '../fiche/record-fiche-rights.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import { octroisOf } from '../rights/granted.ts'
import { readablePlacements } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { LIVE_PLACE, accessByPlaces } from './access-by-places.ts'
import { PlanPlaces, readablePlaceIds } from './plan-places.ts'

/** A place that was taken away, and what gives it back. */
export interface RemovedPlacement {
  placementId: string
  ficheId: string
  planId: string
  axeId: string | null
  beforeId: string | null
  afterId: string | null
}

/**
 * Takes a fiche out of one of its places. Out of the last one, it is hors plan, where the members of its collectivité read it.
 * @throws NotFoundError, ForbiddenError (on the fiche, then on the plan).
 */
export async function removePlacement(useCase: UseCase, placementId: string): Promise<RemovedPlacement> {
  const { viewer, tx, record } = useCase
  const place = await tx.placement.findFirst({
    where: { AND: [{ id: placementId }, readablePlacements(viewer)] },
    include: { plan: { include: { octrois: octroisOf(viewer) } }, fiche: { select: { restreinte: true } } },
  })
  if (!place) throw new NotFoundError('PLACEMENT')
  const { ficheId, planId, axeId } = place
  await demandFiche(useCase, 'moveFiche', ficheId)
  demandInPlan(viewer, 'editPlan', place.plan)
  await lockPlan(tx, planId)

  const before = await accessByPlaces(tx, ficheId)
  const named = await readablePlaceIds(useCase, planId)
  const siblings = (await PlanPlaces.load(tx, planId)).in(axeId).filter(({ id }) => named.has(id))
  const index = siblings.findIndex(({ id }) => id === placementId)
  await tx.placement.deleteMany({ where: { id: placementId } })
  // What only the corbeille holds is held by nothing: its places there go, and it is hors plan.
  const live = await tx.placement.count({ where: { ficheId, ...LIVE_PLACE } })
  if (live === 0) await tx.placement.deleteMany({ where: { ficheId } })
  if (!place.fiche.restreinte)
    record.change({ kind: 'plan', planId, fields: ['fichesCount'], removedPlacementIds: [placementId] })
  record.change({ kind: 'fiche', ficheId, fields: ['placements'] })
  if ((await accessByPlaces(tx, ficheId)) !== before) await recordFicheRights(useCase, [ficheId])
  const afterId = siblings[index - 1]?.id ?? null
  return {
    placementId,
    ficheId,
    planId,
    axeId,
    afterId,
    beforeId: afterId === null ? (siblings[index + 1]?.id ?? null) : null,
  }
}
