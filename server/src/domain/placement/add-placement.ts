import { v7 as uuidv7 } from 'uuid'
import { savePositions } from '../axe/save-positions.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { recordFicheRights } from '../fiche/record-fiche-rights.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { insertAmong } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { demandAxe } from './demand-axe.ts'
import { type NewPlacement, newPlacementSchema } from './placement-rules.ts'
import { PlanPlaces } from './plan-places.ts'
import { accessByPlaces } from './access-by-places.ts'

/**
 * Gives a fiche one more place, in any plan of its collectivité; answers the id of the place, old or new. Who could not read
 * the fiche may now: `previewPlacement` says who.
 * @throws ValidationError, NotFoundError (the fiche, the plan, or the axe in it), ForbiddenError (on the fiche, then on the
 * plan), ConflictError SOUS_ACTION_PLACED.
 */
export async function addPlacement(useCase: UseCase, input: NewPlacement): Promise<string> {
  const { viewer, tx, record } = useCase
  const { ficheId, planId, axeId, beforeId, afterId } = parseInput(newPlacementSchema, input)
  const fiche = await demandFiche(useCase, 'moveFiche', ficheId)
  const plan = await findPlan(useCase, planId)
  if (plan.collectiviteId !== fiche.collectiviteId) throw new NotFoundError('PLAN')
  demandInPlan(viewer, 'editPlan', plan)
  if (fiche.parentId !== null) {
    throw new ConflictError({
      code: 'SOUS_ACTION_PLACED',
      message: 'Une sous-action suit la fiche qui la contient : elle n’a pas d’emplacement à elle.',
    })
  }
  await lockPlan(tx, plan.id)
  await demandAxe(tx, { planId: plan.id, axeId })

  const places = (await PlanPlaces.load(tx, plan.id)).in(axeId)
  const there = places.find((place) => place.ficheId === fiche.id)
  if (there) return there.id
  const before = await accessByPlaces(tx, fiche.id)
  const id = uuidv7()
  const positions = insertAmong(places, { movedIds: [id], beforeId, afterId })
  const position = positions.find((row) => row.id === id)?.position
  if (position === undefined) throw new Error('what is inserted is given a position')
  const { collectiviteId } = fiche
  await tx.placement.create({ data: { id, ficheId: fiche.id, planId: plan.id, axeId, collectiviteId, position } })
  await savePositions(tx, { table: 'placement', rows: positions.filter((row) => row.id !== id) })
  record.change({
    kind: 'plan',
    planId: plan.id,
    fields: ['fichesCount'],
    placementIds: positions.map((row) => row.id),
  })
  record.change({ kind: 'fiche', ficheId: fiche.id, fields: ['placements'] })
  if ((await accessByPlaces(tx, fiche.id)) !== before) await recordFicheRights(useCase, [fiche.id])
  return id
}
