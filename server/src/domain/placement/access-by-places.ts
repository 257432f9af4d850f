import type { Prisma } from '@pupitre/prisma'
import { LEVELS } from '../rights/acts.ts'
import type { Tx } from '../transaction.ts'

/** Places that hold their fiche: neither their plan nor their axe is in the corbeille. */
export const LIVE_PLACE: Prisma.PlacementWhereInput = {
  plan: { suppressionId: null },
  OR: [{ axeId: null }, { axe: { suppressionId: null } }],
}

/** What its places let do of a fiche: the most that a role gives by them, the grants, the archives. Two that are equal let do the same. */
export async function accessByPlaces(tx: Tx, ficheId: string): Promise<string> {
  const places = await tx.placement.findMany({
    where: { ficheId, ...LIVE_PLACE },
    select: {
      plan: { select: { visibilite: true, ouverture: true, archivedAt: true, octrois: { select: { id: true } } } },
    },
  })
  const living = places.flatMap(({ plan }) => (plan.archivedAt === null ? [plan] : []))
  const open = living.flatMap(({ visibilite, ouverture }) => (visibilite === 'RESTREINT' ? [] : [ouverture]))
  const byRole = places.length === 0 ? 'EDITER' : LEVELS.findLast((level) => open.includes(level))
  const octrois = new Set(living.flatMap((plan) => plan.octrois.map(({ id }) => id)))
  const archive = living.length === places.length ? 'NON' : living.length > 0 ? 'EN_PARTIE' : 'ENTIEREMENT'
  return [byRole ?? 'ADMINS', archive, ...[...octrois].toSorted()].join(' ')
}
