import type { Prisma } from '@pupitre/prisma'
import { LEVELS } from '../rights/acts.ts'
import type { Tx } from '../transaction.ts'

/** Places that hold their fiche: neither their plan nor their axe is in the corbeille. */
export const LIVE_PLACE: Prisma.PlacementWhereInput = {
  plan: { suppressionId: null },
  OR: [{ axeId: null }, { axe: { suppressionId: null } }],
}

/** What its places let do of a fiche: the most that a role gives by them, and the grants. Two that are equal let do the same. */
export async function accessByPlaces(tx: Tx, ficheId: string): Promise<string> {
  const places = await tx.placement.findMany({
    where: { ficheId, ...LIVE_PLACE },
    select: { plan: { select: { visibilite: true, ouverture: true, octrois: { select: { id: true } } } } },
  })
  const open = places.flatMap(({ plan }) => (plan.visibilite === 'RESTREINT' ? [] : [plan.ouverture]))
  const byRole = places.length === 0 ? 'EDITER' : LEVELS.findLast((level) => open.includes(level))
  const octrois = new Set(places.flatMap(({ plan }) => plan.octrois.map(({ id }) => id)))
  return [byRole ?? 'ADMINS', ...[...octrois].toSorted()].join(' ')
}
