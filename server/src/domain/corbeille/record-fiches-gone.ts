import { recordMesFichesGone } from '../fiche/record-mes-fiches.ts'
import { LIVE_PLACE } from '../placement/access-by-places.ts'
import type { UseCase } from '../use-case.ts'

/**
 * Tells that fiches went into the corbeille: to the plans that hold them, and to who writes in them or in their sous-actions,
 * whose sockets are closed.
 */
export async function recordFichesGone({ tx, record }: UseCase, ficheIds: readonly string[]): Promise<void> {
  if (ficheIds.length === 0) return
  const rows = await tx.fiche.findMany({
    where: { OR: [{ id: { in: [...ficheIds] } }, { parentId: { in: [...ficheIds] } }] },
    select: {
      id: true,
      parentId: true,
      restreinte: true,
      placements: { where: LIVE_PLACE, select: { id: true, planId: true } },
    },
  })
  for (const { id, parentId } of rows) {
    record.change({ kind: 'fiche', ficheId: id, fields: [] })
    if (parentId !== null) record.change({ kind: 'fiche', ficheId: parentId, fields: ['sousActions'] })
  }
  const places = rows.flatMap(({ restreinte, placements }) => (restreinte ? [] : placements))
  for (const [planId, gone] of Map.groupBy(places, (place) => place.planId)) {
    const removedPlacementIds = gone.map(({ id }) => id)
    record.change({ kind: 'plan', planId, fields: ['fichesCount'], removedPlacementIds })
  }
  await recordMesFichesGone({ tx, record }, { ficheIds: rows.map(({ id }) => id) })
  record.rights({ fiches: rows.map(({ id }) => id) })
}
