import { v7 as uuidv7 } from 'uuid'
import { ForbiddenError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { positionBetween } from '../position.ts'
import { planTargetSelect } from '../rights/granted.ts'
import { mayInPlan } from '../rights/may.ts'
import { readablePlacements } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { type Contenu, livePlaces } from './contenu.ts'

type Place = Contenu['placements'][number]

/** The places of the merged fiche that the kept one does not have. */
export function placesReunies(kept: Contenu, absorbed: Contenu): Place[] {
  const own = new Set(kept.placements.map(placeKey))
  return livePlaces(absorbed).filter((place) => !own.has(placeKey(place)))
}

function placeKey({ planId, axeId }: Pick<Place, 'planId' | 'axeId'>): string {
  return `${planId} ${axeId}`
}

/**
 * Lets whoever may change every plan that holds the merged fiche, and place the kept one there, go on.
 * @throws ForbiddenError: it leaves a plan that the viewer may not change, or does not see.
 */
export async function demandPlaces(
  useCase: UseCase,
  { kept, absorbed, places }: { kept: Contenu; absorbed: Contenu; places: readonly Place[] },
): Promise<void> {
  const { viewer, tx } = useCase
  if (places.length > 0) await demandFiche(useCase, 'moveFiche', kept.id)
  const readable = await tx.placement.findMany({
    where: { AND: [{ ficheId: absorbed.id }, readablePlacements(viewer)] },
    select: { plan: { select: planTargetSelect(viewer) } },
  })
  const live = livePlaces(absorbed)
  if (readable.length === live.length && readable.every(({ plan }) => mayInPlan(viewer, 'editPlan', plan))) return
  throw new ForbiddenError({
    code: 'FUSION_PLACE_FORBIDDEN',
    message:
      'La fiche à fusionner a une place que vous ne pouvez pas donner à l’autre : demandez à qui peut modifier ses plans.',
  })
}

/** Puts the kept fiche right after the merged one, wherever that one is. The plans are locked. Answers the new places. */
export async function placeAfter(
  { tx }: UseCase,
  { kept: { id: ficheId, collectiviteId }, places }: { kept: Contenu; places: readonly Place[] },
): Promise<{ id: string; planId: string }[]> {
  if (places.length === 0) return []
  const neighbours = await tx.placement.findMany({
    where: { OR: places.map(({ planId, axeId }) => ({ planId, axeId })) },
    select: { planId: true, axeId: true, position: true },
    orderBy: { position: 'asc' },
  })
  const data = places.map((place) => {
    const { planId, axeId, position } = place
    const next = neighbours.find((each) => placeKey(each) === placeKey(place) && each.position > position)
    const between = positionBetween(position, next?.position ?? null)
    return { id: uuidv7(), ficheId, planId, axeId, collectiviteId, position: between }
  })
  await tx.placement.createMany({ data })
  return data.map(({ id, planId }) => ({ id, planId }))
}
