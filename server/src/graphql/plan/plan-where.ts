import type { Prisma } from '@pupitre/prisma'
import { ownPlans } from '../../domain/rights/followed.ts'
import { sharedWith } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { IdFilter, StringFilter, UUIDS_ALLOWED } from '../filter/comparators.ts'
import { amongConditions, literal, textConditions, uuidsAllowed, whereTrue } from '../filter/conditions.ts'

export const PlanWhere = builder.inputType('PlanWhere', {
  description: 'Conditions sur des plans ; toutes valent ensemble.',
  fields: (t) => ({
    collectivite: t.field({ type: IdFilter, description: 'La collectivité qui porte le plan.' }),
    uuid: t.field({ type: ['UUID'], description: UUIDS_ALLOWED }),
    nom: t.field({ type: StringFilter, description: 'Le nom.' }),
    recherche: t.string({
      description: 'Ce que le nom contient, sans tenir compte des accents ni des majuscules.',
    }),
    archive: t.boolean({ description: 'Vrai pour les plans archivés seuls, faux pour les autres seuls.' }),
    pourMoi: t.boolean({ description: 'Vrai pour ceux dont vous êtes pilote ou référent, faux pour les autres.' }),
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
  const collectiviteIds = uuidsAllowed('Collectivite', where.collectivite)
  return [
    ...(collectiviteIds ? [{ collectiviteId: { in: collectiviteIds } }] : []),
    ...amongConditions(where.uuid).map((id) => ({ id })),
    ...textConditions(where.nom).map((nom) => ({ nom })),
    ...(where.recherche ? [{ nomNormalise: { contains: literal(normaliseNom(where.recherche)) } }] : []),
    ...archiveConditions(where.archive),
    ...whereTrue(ownPlans(viewer), where.pourMoi),
    ...whereTrue(sharedWith(viewer), where.partagesAvecMoi),
  ]
}
