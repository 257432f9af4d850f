import type { Prisma } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { builder } from '../builder.ts'
import { StringFilter } from '../filter/comparators.ts'
import { textConditions } from '../filter/conditions.ts'

export const IndicateurWhere = builder.inputType('IndicateurWhere', {
  description: 'Conditions sur des indicateurs ; toutes valent ensemble.',
  fields: (t) => ({
    nom: t.field({
      type: StringFilter,
      description: 'Le nom. Ni les accents ni les majuscules ne comptent.',
    }),
  }),
})

/** What is asked of indicateurs, beside what the viewer may read. */
export function indicateurConditions(
  where: typeof IndicateurWhere.$inferInput | null | undefined,
): Prisma.IndicateurWhereInput[] {
  if (!where?.nom) return []
  const { equals, contains, startsWith } = where.nom
  return textConditions({
    equals: equals == null ? null : normaliseNom(equals),
    contains: contains == null ? null : normaliseNom(contains),
    startsWith: startsWith == null ? null : normaliseNom(startsWith),
  }).map((nomNormalise) => ({ nomNormalise }))
}
