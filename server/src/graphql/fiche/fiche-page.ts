import { Prisma } from '@pupitre/prisma'
import { reachedCollectivitesSql, readableFichesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { PageQuery } from '../connection/sorted-list.ts'
import { OBJECT_NAMES } from './fiche-members.ts'
import { namesValeurs } from './fiche-champs-propres.ts'
import type { FicheWhere } from './fiche-where.ts'

type Asked = typeof FicheWhere.$inferInput | null | undefined

/** What an order or the rights read of a fiche. */
const COLUMNS = Prisma.sql`fiche.id, fiche.collectivite_id, fiche.parent_id, fiche.suppression_id, fiche.restreinte, fiche.titre, fiche.statut, fiche.priorite, fiche.date_debut, fiche.date_fin, fiche.created_at`

/**
 * The ids of a page of the fiches that the viewer may read, in its order, as a statement. Fiches are judged in that order, until the page is
 * full: a page costs what it shows, where an index leads to it (docs/decisions/0028).
 */
export function fichePageSql(
  { where, orderBy, take }: PageQuery<Prisma.Sql, Prisma.Sql>,
  { asked, viewer }: { asked: Asked; viewer: Viewer | null },
): Prisma.Sql {
  const order = Prisma.join(orderBy)
  const readable = readableFichesSql(viewer)
  // An index leads to those of a plan, of a service: they are sorted before they are judged.
  if (isOfFew(asked))
    return Prisma.sql`
      SELECT fiche.id FROM (SELECT ${COLUMNS} FROM fiche WHERE ${where} ORDER BY ${order} OFFSET 0) AS fiche
      WHERE ${readable} ORDER BY ${order} LIMIT ${take}`
  // Those of one collectivité stand sorted in its index.
  if (asked?.collectivite?.equals != null)
    return Prisma.sql`SELECT fiche.id FROM fiche WHERE ${where} AND ${readable} ORDER BY ${order} LIMIT ${take}`
  // Each collectivité that the viewer reaches gives its first ones, and the page is the first of those.
  return Prisma.sql`
    SELECT fiche.id FROM unnest(${reachedCollectivitesSql(viewer)}) AS reached(id) CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM fiche
      WHERE fiche.collectivite_id = reached.id AND ${where} AND ${readable}
      ORDER BY ${order} LIMIT ${take}
    ) AS fiche
    ORDER BY ${order} LIMIT ${take}`
}

/** Whether a condition names what few fiches are of. */
function isOfFew(asked: Asked): boolean {
  const { plan, axe, pourMoi, recherche } = asked ?? {}
  if (namesValeurs(asked?.champsPropres)) return true
  return [plan, axe, pourMoi, recherche, ...OBJECT_NAMES.map((name) => asked?.[name])].some(
    (condition) => condition != null,
  )
}
