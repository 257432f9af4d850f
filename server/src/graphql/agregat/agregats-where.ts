import { Prisma } from '@pupitre/prisma'
import type { CountedWhere } from '../../domain/agregat/count-fiches.ts'
import { builder } from '../builder.ts'
import {
  CollectiviteTypeFilter,
  DateFilter,
  PlanTypeFilter,
  StatutFilter,
  ThematiqueFilter,
} from '../filter/comparators.ts'
import { amongConditions, type Maybe } from '../filter/conditions.ts'
import { dateSql, nomHoldsSql, valueSql } from '../filter/sql-conditions.ts'

/** None of them is by who does it: services are told apart in the whole of a collectivité alone (decision 30). */
export const AgregatsWhere = builder.inputType('AgregatsWhere', {
  description: 'Conditions sur les fiches que l’on compte ; toutes valent ensemble.',
  fields: (t) => ({
    statut: t.field({ type: StatutFilter, description: 'Leur statut.' }),
    thematique: t.field({ type: ThematiqueFilter, description: 'Leurs thématiques.' }),
    typeDePlan: t.field({
      type: PlanTypeFilter,
      description: 'Le type d’un plan où elles ont une place ; un seul plan répond à cela et au nom.',
    }),
    nomDePlan: t.string({
      description:
        'Ce que contient le nom d’un plan où elles ont une place, sans tenir compte des accents ni des majuscules.',
    }),
    typeDeCollectivite: t.field({
      type: CollectiviteTypeFilter,
      description: 'La nature de la collectivité qui les porte.',
    }),
    dateFin: t.field({ type: DateFilter, description: 'Leur échéance.' }),
  }),
})

export function countedWhere(where: Maybe<typeof AgregatsWhere.$inferInput>): CountedWhere {
  const { statut, thematique, typeDePlan, nomDePlan, typeDeCollectivite, dateFin } = where ?? {}
  return {
    fiches: [
      ...valueSql(Prisma.sql`fiche.statut`, { filter: statut, type: Prisma.sql`"Statut"` }),
      ...dateSql(Prisma.sql`fiche.date_fin`, dateFin),
      ...amongConditions(thematique?.in).map(
        (codes) => Prisma.sql`EXISTS (
          SELECT 1 FROM fiche_thematique
          WHERE fiche_thematique.fiche_id = fiche.id AND fiche_thematique.thematique_code = ANY (${codes.in}::text[]))`,
      ),
      ...(thematique?.isNull == null ? [] : [hasThematiqueSql(!thematique.isNull)]),
      ...amongConditions(typeDeCollectivite?.in).map(
        (natures) =>
          Prisma.sql`fiche.collectivite_id IN (SELECT id FROM collectivite WHERE type = ANY (${natures.in}::"CollectiviteType"[]))`,
      ),
    ],
    plans: [
      ...amongConditions(typeDePlan?.in).map((types) => Prisma.sql`plan.type = ANY (${types.in}::"PlanType"[])`),
      ...nomHoldsSql(Prisma.sql`plan.nom_normalise`, nomDePlan),
    ],
  }
}

function hasThematiqueSql(expected: boolean): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM fiche_thematique WHERE fiche_thematique.fiche_id = fiche.id) = ${expected}`
}

/** Whether all the fiches of a collectivité are counted, and not those alone that meet some condition. */
export function isOfAll({ fiches, plans }: CountedWhere): boolean {
  return fiches.length === 0 && plans.length === 0
}
