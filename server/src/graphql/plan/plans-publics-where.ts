import type { Prisma } from '@pupitre/prisma'
import { visiblePlacements } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { nomHolds } from '../collectivite/collectivite.ts'
import { PlanTypeEnum } from '../enums.ts'
import { StatutFilter, ThematiqueFilter } from '../filter/comparators.ts'
import { amongConditions } from '../filter/conditions.ts'

export const PlansPublicsWhere = builder.inputType('PlansPublicsWhere', {
  description: 'Conditions sur des plans publics ; toutes valent ensemble.',
  fields: (t) => ({
    siren: t.string({ description: 'Numéro SIREN de la collectivité qui les porte, neuf chiffres.' }),
    type: t.field({ type: PlanTypeEnum, description: 'Leur type.' }),
    recherche: t.string({
      description: 'Ce que leur nom contient, sans tenir compte des accents ni des majuscules.',
    }),
    thematique: t.field({
      type: ThematiqueFilter,
      description: 'Ceux dont une fiche publique est de ces thématiques, et du statut demandé s’il y en a un.',
    }),
    statut: t.field({
      type: StatutFilter,
      description: 'Ceux dont une fiche publique est de ce statut, et des thématiques demandées s’il y en a.',
    }),
  }),
})

type AskedOfPublics = typeof PlansPublicsWhere.$inferInput | null | undefined

/** What is asked of public plans themselves, whatever they hold. */
function ofPlans({ siren, type, recherche }: NonNullable<AskedOfPublics>): Prisma.PlanWhereInput[] {
  return [
    ...(siren == null ? [] : [{ collectivite: { siren } }]),
    ...(type == null ? [] : [{ type }]),
    nomHolds(recherche),
  ]
}

/** What is asked of the fiches that they hold. */
function ofFiches({ thematique, statut }: NonNullable<AskedOfPublics>): Prisma.FicheWhereInput[] {
  return [
    ...amongConditions(thematique?.in).map((thematiqueCode) => ({ thematiques: { some: { thematiqueCode } } })),
    ...(thematique?.isNull == null ? [] : [{ thematiques: thematique.isNull ? { none: {} } : { some: {} } }]),
    ...amongConditions(statut?.in).map((among) => ({ statut: among })),
    ...(statut?.isNull == null ? [] : [{ statut: statut.isNull ? null : { not: null } }]),
  ]
}

/** What is asked of public plans, beside that they are: where fiches are asked for, one and the same answers it all. */
export function publicPlanConditions(where: AskedOfPublics): Prisma.PlanWhereInput[] {
  if (!where) return []
  const fiches = ofFiches(where)
  if (fiches.length === 0) return ofPlans(where)
  return [...ofPlans(where), { placements: { some: { AND: [visiblePlacements(null), { fiche: { AND: fiches } }] } } }]
}
