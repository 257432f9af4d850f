import type { Prisma } from '@pupitre/prisma'
import { sharedWith } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { IdFilter, StringFilter } from '../filter/comparators.ts'
import { textConditions, uuidsAllowed } from '../filter/conditions.ts'

export const PlanWhere = builder.inputType('PlanWhere', {
  description: 'Conditions sur des plans ; toutes valent ensemble.',
  fields: (t) => ({
    collectivite: t.field({ type: IdFilter, description: 'La collectivité qui porte le plan.' }),
    nom: t.field({ type: StringFilter, description: 'Le nom.' }),
    archive: t.boolean({ description: 'Vrai pour les plans archivés seuls, faux pour les autres seuls.' }),
    partagesAvecMoi: t.boolean({
      description: 'Vrai pour ceux d’autres collectivités qu’un accès vous ouvre, faux pour les autres.',
    }),
  }),
})

/** Archived plans or the others; all of them when nothing is asked. */
export function archiveConditions(archive: boolean | null | undefined): Prisma.PlanWhereInput[] {
  return archive == null ? [] : [{ archivedAt: archive ? { not: null } : null }]
}

/** What is asked of plans, beside what the viewer may read. */
export function planConditions(
  where: typeof PlanWhere.$inferInput | null | undefined,
  viewer: Viewer | null,
): Prisma.PlanWhereInput[] {
  if (!where) return []
  const shared = sharedWith(viewer)
  const collectiviteIds = uuidsAllowed('Collectivite', where.collectivite)
  return [
    ...(collectiviteIds ? [{ collectiviteId: { in: collectiviteIds } }] : []),
    ...textConditions(where.nom).map((nom) => ({ nom })),
    ...archiveConditions(where.archive),
    ...(where.partagesAvecMoi == null ? [] : [where.partagesAvecMoi ? shared : { NOT: shared }]),
  ]
}
