import { Prisma } from '@pupitre/prisma'
import { MAX_CHAMPS } from '../../domain/champ-propre/champ-rules.ts'
import { readablePlacesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { badInput } from '../connection/page-arguments.ts'
import { DateFilter, DecimalFilter, IdFilter, StringFilter } from '../filter/comparators.ts'
import { uuidsAllowed } from '../filter/conditions.ts'
import { amongUuidsSql, dateSql, decimalSql, textSql } from '../filter/sql-conditions.ts'
import { uuidOf } from '../global-id.ts'

export const ChampPropreWhere = builder.inputType('ChampPropreWhere', {
  description:
    'Conditions sur ce qu’une fiche dit dans un champ propre à un plan que vous pouvez lire ; toutes valent ensemble. Celles d’un autre type que le champ ne trouvent rien.',
  fields: (t) => ({
    champ: t.id({ required: true, description: 'Le champ.' }),
    isNull: t.boolean({ description: 'Vrai : la fiche n’y dit rien. Faux : elle y dit quelque chose.' }),
    texte: t.field({ type: StringFilter, description: 'Pour un champ de type texte.' }),
    nombre: t.field({ type: DecimalFilter, description: 'Pour un champ de type nombre.' }),
    date: t.field({ type: DateFilter, description: 'Pour un champ de type date ; sans isNull, qui se dit du champ.' }),
    choix: t.field({ type: IdFilter, description: 'Pour un champ de type choix : l’une de ses réponses.' }),
  }),
})

type Asked = typeof ChampPropreWhere.$inferInput

/**
 * What fiches say in the champs of plans that hold them and that the viewer may read: which fiches, of the values that answer a condition. The
 * places are looked up for each of these values: joined, all those of the table would be read first.
 */
function saidSql(viewer: Viewer | null, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT valeur.fiche_id FROM champ_propre_valeur AS valeur
    WHERE ${condition} AND EXISTS (
      SELECT 1 FROM placement
        JOIN champ_propre AS champ ON champ.plan_id = placement.plan_id
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE champ.id = valeur.champ_id AND placement.fiche_id = valeur.fiche_id AND ${readablePlacesSql(viewer)} OFFSET 0)`
}

/** A fiche says something in some champ, of a query which calls it `fiche`. */
export function saysSomethingSql(viewer: Viewer | null, condition = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`EXISTS (${saidSql(viewer, Prisma.sql`valeur.fiche_id = fiche.id AND ${condition}`)} OFFSET 0)`
}

/** Fiches by what they say in some champs, of a query which calls them `fiche`. As an array, they are read by the index of the champ. */
export function ofChampsPropres(asked: readonly Asked[] | null | undefined, viewer: Viewer | null): Prisma.Sql[] {
  if ((asked ?? []).length > MAX_CHAMPS) throw badInput(`On demande ${MAX_CHAMPS} champs propres au plus.`)
  return (asked ?? []).flatMap((each) => {
    const ofChamp = Prisma.sql`valeur.champ_id = ${uuidOf('ChampPropre', each.champ)}::uuid`
    const conditions = valueConditions(each)
    const isSaid = conditions.length > 0 || each.isNull === false
    return [
      ...(isSaid
        ? [Prisma.sql`fiche.id = ANY (ARRAY(${saidSql(viewer, Prisma.join([ofChamp, ...conditions], ' AND '))}))`]
        : []),
      ...(each.isNull ? [Prisma.sql`NOT ${saysSomethingSql(viewer, ofChamp)}`] : []),
    ]
  })
}

/** Whether a condition names values, which few fiches have. */
export function namesValeurs(asked: readonly Asked[] | null | undefined): boolean {
  return (asked ?? []).some((each) => each.isNull === false || valueConditions(each).length > 0)
}

function valueConditions({ texte, nombre, date, choix }: Asked): Prisma.Sql[] {
  return [
    ...textSql(Prisma.sql`valeur.texte`, texte),
    ...decimalSql(Prisma.sql`valeur.nombre`, nombre),
    ...dateSql(Prisma.sql`valeur.date`, date),
    ...amongUuidsSql(Prisma.sql`valeur.choix_id`, uuidsAllowed('ChampPropreChoix', choix)),
  ]
}
