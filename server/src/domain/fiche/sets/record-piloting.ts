import type { Prisma } from '@pupitre/prisma'
import type { UseCase } from '../../use-case.ts'
import type { FoundFiche } from '../find-fiche.ts'

/**
 * Has the sockets of members judged again who begin or cease to pilot fiches, themselves or by a service. Only of those to whom
 * it makes a difference: piloting lets read a restricted fiche, and lets change one whose plans hold the role back.
 */
export async function recordPiloting(
  { tx, record }: UseCase,
  { fiches, membres }: { fiches: readonly FoundFiche[]; membres: Prisma.MembreWhereInput },
): Promise<void> {
  const judged = await tx.fiche.findMany({
    where: { id: { in: fiches.map(({ id, parentId }) => parentId ?? id) } },
    select: { restreinte: true, placements: { select: { plan: { select: { ouverture: true } } } } },
  })
  const isRestricted = judged.some(({ restreinte }) => restreinte)
  const isOpen =
    !isRestricted && judged.every(({ placements }) => placements.every(({ plan }) => plan.ouverture === 'EDITER'))
  const concerned = await tx.membre.findMany({
    where: {
      AND: [membres, { collectiviteId: { in: [...new Set(fiches.map((fiche) => fiche.collectiviteId))] } }],
      role: {
        in: ['CONTRIBUTEUR', ...(isRestricted ? ['LECTEUR' as const] : []), ...(isOpen ? [] : ['EDITEUR' as const])],
      },
    },
    select: { userId: true },
  })
  if (concerned.length > 0) record.rights({ userIds: concerned.map(({ userId }) => userId) })
}
