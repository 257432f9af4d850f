import { savePositions } from '../axe/save-positions.ts'
import { LIVE_PLACE } from '../placement/access-by-places.ts'
import { positionsAfter } from '../position.ts'
import type { Tx } from '../transaction.ts'

/**
 * Holds the fiches that only the corbeille holds: at the end of the root of the plan that had them, or hors plan when it is in
 * the corbeille too. What only restricted plans held is restricted then: hors plan, every member would read it. Answers which are
 * where.
 */
export async function placeFichesAgain(
  tx: Tx,
  ficheIds: readonly string[],
): Promise<{ atRoot: string[]; outside: string[] }> {
  const lost = await tx.placement.findMany({
    where: { ficheId: { in: [...ficheIds] }, fiche: { placements: { none: LIVE_PLACE } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, ficheId: true, planId: true, plan: { select: { suppressionId: true, visibilite: true } } },
  })
  const inPlan = lost.filter(({ plan }) => plan.suppressionId === null)
  const kept = new Map(inPlan.toReversed().map((place) => [place.ficheId, place]))
  const gone = lost.filter(({ ficheId }) => !kept.has(ficheId))
  const open = new Set(gone.flatMap(({ ficheId, plan }) => (plan.visibilite === 'RESTREINT' ? [] : [ficheId])))
  const hidden = gone.flatMap(({ ficheId }) => (open.has(ficheId) ? [] : [ficheId]))
  await tx.fiche.updateMany({ where: { id: { in: hidden } }, data: { restreinte: true } })
  await tx.placement.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const [planId, places] of Map.groupBy(kept.values(), (place) => place.planId)) {
    const { _max } = await tx.placement.aggregate({ where: { planId, axeId: null }, _max: { position: true } })
    const positions = positionsAfter(_max.position, places.length)
    const rows = places.map(({ id }, at) => ({ id, position: positions[at] ?? '' }))
    await savePositions(tx, { table: 'placement', rows, parentId: null })
  }
  return { atRoot: [...kept.keys()], outside: [...new Set(gone.map(({ ficheId }) => ficheId))] }
}
