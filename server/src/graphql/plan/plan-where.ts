import type { Prisma } from '@pupitre/prisma'
import { builder } from '../builder.ts'
import { IdFilter, StringFilter } from '../filter/comparators.ts'
import { textConditions, uuidsAllowed } from '../filter/conditions.ts'

export const PlanWhere = builder.inputType('PlanWhere', {
  description: 'Conditions sur des plans ; toutes valent ensemble.',
  fields: (t) => ({
    collectivite: t.field({ type: IdFilter, description: 'La collectivité qui porte le plan.' }),
    nom: t.field({ type: StringFilter, description: 'Le nom.' }),
  }),
})

/** What is asked of plans, beside what the viewer may read. */
export function planConditions(where?: typeof PlanWhere.$inferInput | null): Prisma.PlanWhereInput[] {
  if (!where) return []
  const collectiviteIds = uuidsAllowed('Collectivite', where.collectivite)
  return [
    ...(collectiviteIds ? [{ collectiviteId: { in: collectiviteIds } }] : []),
    ...textConditions(where.nom).map((nom) => ({ nom })),
  ]
}
