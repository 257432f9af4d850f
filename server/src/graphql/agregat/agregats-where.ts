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
import { dateSql, valueSql } from '../filter/sql-conditions.ts'

/** None of them is by who does it: services are told apart in the whole of a collectivité alone (decision 30). */
export const AgregatsWhere = builder.inputType('AgregatsWhere', {
  description: 'Conditions sur les fiches que l’on compte ; toutes valent ensemble.',
  fields: (t) => ({
    statut: t.field({ type: StatutFilter, description: 'Leur statut.' }),
    thematique: t.field({ type: ThematiqueFilter, description: 'Leurs thématiques.' }),
    typeDePlan: t.field({ type: PlanTypeFilter, description: 'Le type d’un plan où elles ont une place.' }),
    typeDeCollectivite: t.field({
      type: CollectiviteTypeFilter,
      description: 'La nature de la collectivité qui les porte.',
    }),
    dateFin: t.field({ type: DateFilter, description: 'Leur échéance.' }),
  }),
})

export function countedWhere(where: Maybe<typeof AgregatsWhere.$inferInput>): CountedWhere {
  const { statut, thematique, typeDePlan, typeDeCollectivite, dateFin } = where ?? {}
  const [types] = amongConditions(typeDePlan?.in)
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
    typesDePlan: types?.in ?? null,
  }
}

function hasThematiqueSql(expected: boolean): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM fiche_thematique WHERE fiche_thematique.fiche_id = fiche.id) = ${expected}`
}

/** Whether all the fiches of a collectivité are counted, and not those alone that meet some condition. */
export function isOfAll({ fiches, typesDePlan }: CountedWhere): boolean {
  return fiches.length === 0 && typesDePlan === null
}
