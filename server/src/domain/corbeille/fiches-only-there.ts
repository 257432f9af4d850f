import type { Prisma } from '@pupitre/prisma'
import { LIVE_PLACE } from '../placement/access-by-places.ts'
import { readableFiches, readablePlacements } from '../rights/readable.ts'
import type { Tx } from '../transaction.ts'
import type { Viewer } from '../viewer.ts'

/** A fiche held by what is deleted. */
export interface HeldFiche {
  id: string
  /** The axes of the plan that hold it, null for the root. */
  axeIds: (string | null)[]
  /** Whether another plan, or an axe that stays, holds it too. */
  isElsewhere: boolean
}

/**
 * The fiches that axes of a plan (`'all'`: the plan itself) hold and that the viewer may read, each with whether it is held
 * elsewhere too. Those that the viewer may not read are not taken: out of their axe, they are hors plan for who may.
 *
 * @param seen whether only the places that the viewer may read count as elsewhere: what is told of a deletion, not what it does
 */
export async function heldFiches(
  { tx, viewer }: { tx: Pick<Tx, 'fiche'>; viewer: Viewer | null },
  { planId, axeIds, seen = false }: { planId: string; axeIds: ReadonlySet<string> | 'all'; seen?: boolean },
): Promise<HeldFiche[]> {
  const held: Prisma.PlacementWhereInput = {
    AND: [{ planId }, LIVE_PLACE, axeIds === 'all' ? {} : { axeId: { in: [...axeIds] } }],
  }
  const fiches = await tx.fiche.findMany({
    where: { AND: [{ placements: { some: held } }, readableFiches(viewer)] },
    select: {
      id: true,
      placements: { where: seen ? readablePlacements(viewer) : LIVE_PLACE, select: { planId: true, axeId: true } },
    },
  })
  return fiches.map(({ id, placements }) => {
    const isHeld = (place: { planId: string; axeId: string | null }) =>
      place.planId === planId && (axeIds === 'all' || (place.axeId !== null && axeIds.has(place.axeId)))
    return {
      id,
      axeIds: placements.filter(isHeld).map(({ axeId }) => axeId),
      isElsewhere: !placements.every(isHeld),
    }
  })
}
