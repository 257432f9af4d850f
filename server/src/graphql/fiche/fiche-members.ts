import { Prisma } from '@pupitre/prisma'
import { amongConditions, type Maybe, uuidsAllowed, type ValueComparison } from '../filter/conditions.ts'
import { amongUuidsSql, valueSql } from '../filter/sql-conditions.ts'
import type { NodeName } from '../global-id.ts'

type IdComparison = Parameters<typeof uuidsAllowed>[1]

/** What of a fiche is an object of its own, and the table which says so, with the column of the object. */
const OBJECTS = {
  service: { typename: 'Service', column: Prisma.sql`service_id`, lines: Prisma.sql`fiche_service` },
  pilote: { typename: 'Personne', column: Prisma.sql`personne_id`, lines: Prisma.sql`fiche_pilote` },
  referent: { typename: 'Personne', column: Prisma.sql`personne_id`, lines: Prisma.sql`fiche_referent` },
  structure: labelsOf('STRUCTURE'),
  partenaire: labelsOf('PARTENAIRE'),
  instanceGouvernance: labelsOf('INSTANCE_GOUVERNANCE'),
  tag: labelsOf('TAG'),
  financeur: {
    typename: 'Label',
    column: Prisma.sql`label_id`,
    lines: Prisma.sql`(
      SELECT ligne_financeur.fiche_id, ligne_financeur_label.label_id
      FROM ligne_financeur JOIN ligne_financeur_label ON ligne_financeur_label.ligne_id = ligne_financeur.id)`,
  },
  indicateur: {
    typename: 'Indicateur',
    column: Prisma.sql`indicateur_id`,
    lines: Prisma.sql`(
      SELECT fiche_indicateur.fiche_id, fiche_indicateur.indicateur_id
      FROM fiche_indicateur JOIN indicateur ON indicateur.id = fiche_indicateur.indicateur_id
      WHERE indicateur.suppression_id IS NULL)`,
  },
} as const satisfies Record<string, { typename: NodeName; column: Prisma.Sql; lines: Prisma.Sql }>

function labelsOf(genre: string) {
  return {
    typename: 'Label',
    column: Prisma.sql`label_id`,
    lines: Prisma.sql`(SELECT fiche_label.fiche_id, fiche_label.label_id FROM fiche_label WHERE fiche_label.genre = ${genre}::"LabelGenre")`,
  } as const
}

/** What of a fiche is one of a few known values. */
const VALUES = {
  cible: { column: Prisma.sql`cible`, type: Prisma.sql`"Cible"`, lines: Prisma.sql`fiche_cible` },
  effetAttendu: { column: Prisma.sql`effet`, type: Prisma.sql`"EffetAttendu"`, lines: Prisma.sql`fiche_effet_attendu` },
  thematique: { column: Prisma.sql`thematique_code`, type: Prisma.sql`text`, lines: Prisma.sql`fiche_thematique` },
  sousThematique: {
    column: Prisma.sql`sous_thematique_code`,
    type: Prisma.sql`text`,
    lines: Prisma.sql`fiche_sous_thematique`,
  },
} as const

/** Conditions that name what few fiches are of: an index gives these. */
export const OBJECT_NAMES = Object.keys(OBJECTS).filter((name): name is keyof typeof OBJECTS => name in OBJECTS)

const VALUE_NAMES = Object.keys(VALUES).filter((name): name is keyof typeof VALUES => name in VALUES)

/** Fiches of one at least of the objects that each condition names, of a query which calls them `fiche`: as an array, read by its index. */
export function ofObjects(where: Partial<Record<keyof typeof OBJECTS, IdComparison>>): Prisma.Sql[] {
  return OBJECT_NAMES.flatMap((name) => {
    const { typename, column, lines } = OBJECTS[name]
    return amongUuidsSql(Prisma.sql`ligne.${column}`, uuidsAllowed(typename, where[name])).map(
      (among) => Prisma.sql`fiche.id = ANY (ARRAY(SELECT ligne.fiche_id FROM ${lines} AS ligne WHERE ${among}))`,
    )
  })
}

type Values = Maybe<ValueComparison<string>>

interface ValueWhere extends Partial<Record<keyof typeof VALUES, Values>> {
  tempsDeMiseEnOeuvre?: Values
  participationCitoyenne?: Values
}

/** Fiches with one at least of the values that each condition names, likewise; or with any, or none. */
export function ofValues(where: ValueWhere): Prisma.Sql[] {
  return [
    ...VALUE_NAMES.flatMap((name) => {
      const { column, type, lines } = VALUES[name]
      const filter = where[name]
      const withLine = (condition: Prisma.Sql) =>
        Prisma.sql`EXISTS (SELECT 1 FROM ${lines} AS ligne WHERE ligne.fiche_id = fiche.id AND ${condition} OFFSET 0)`
      const any = withLine(Prisma.sql`true`)
      return [
        ...amongConditions(filter?.in).map((values) =>
          withLine(Prisma.sql`ligne.${column} = ANY (${values.in}::${type}[])`),
        ),
        ...(filter?.isNull == null ? [] : [filter.isNull ? Prisma.sql`NOT ${any}` : any]),
      ]
    }),
    ...valueSql(Prisma.sql`fiche.temps_de_mise_en_oeuvre`, {
      filter: where.tempsDeMiseEnOeuvre,
      type: Prisma.sql`"TempsDeMiseEnOeuvre"`,
    }),
    ...valueSql(Prisma.sql`fiche.participation_citoyenne`, {
      filter: where.participationCitoyenne,
      type: Prisma.sql`"ParticipationCitoyenne"`,
    }),
  ]
}
