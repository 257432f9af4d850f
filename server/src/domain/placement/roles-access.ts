import type { Ouverture, Prisma } from '@pupitre/prisma'
import { LEVELS } from '../rights/acts.ts'
import type { Tx } from '../transaction.ts'

/** Places that hold their fiche: neither their plan nor their axe is in the corbeille. */
export const LIVE_PLACE: Prisma.PlacementWhereInput = {
  plan: { suppressionId: null },
  OR: [{ axeId: null }, { axe: { suppressionId: null } }],
}

/** The most that a role gives on a fiche by its places; null when they let only the admins read it. */
export async function rolesAccess(tx: Tx, ficheId: string): Promise<Ouverture | null> {
  const places = await tx.placement.findMany({
    where: { ficheId, ...LIVE_PLACE },
    select: { plan: { select: { visibilite: true, ouverture: true } } },
  })
  if (places.length === 0) return 'EDITER'
  const open = places.flatMap(({ plan }) => (plan.visibilite === 'COLLECTIVITE' ? [plan.ouverture] : []))
  return LEVELS.findLast((level) => open.includes(level)) ?? null
}
