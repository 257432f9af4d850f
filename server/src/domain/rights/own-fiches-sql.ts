import { Prisma } from '@pupitre/prisma'
import { membreIdsOf, type Viewer } from '../viewer.ts'
import { grantedToSql } from './granted.ts'
import { collectiviteIds } from './readable.ts'

/*
 * Which fiches are one's own, of a query in SQL which calls them `fiche`; to be asked with `readableFichesSql`.
 * As an array, they are read by their ids, never with the whole table.
 */

/** Those of which one is pilote or référent. */
export function ownFichesSql(viewer: Viewer | null): Prisma.Sql {
  const membres = membreIdsOf(viewer)
  return Prisma.sql`fiche.id = ANY (ARRAY(
    SELECT fiche_pilote.fiche_id FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
    WHERE personne.membre_id = ANY (${membres}::uuid[])
    UNION ALL
    SELECT fiche_referent.fiche_id FROM fiche_referent JOIN personne ON personne.id = fiche_referent.personne_id
    WHERE personne.membre_id = ANY (${membres}::uuid[])))`
}

/** Those that one's services pilot, and of which one is neither pilote nor référent. */
export function ownServicesFichesSql(viewer: Viewer | null): Prisma.Sql {
  const serviceIds = viewer?.memberships.flatMap(({ serviceIds: ids }) => ids) ?? []
  return Prisma.sql`fiche.id = ANY (ARRAY(SELECT fiche_service.fiche_id FROM fiche_service WHERE fiche_service.service_id = ANY (${serviceIds}::uuid[])))
    AND NOT ${ownFichesSql(viewer)}`
}

/** Those of other collectivités that a grant opens to the viewer by themselves. */
export function sharedFichesSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`fiche.collectivite_id <> ALL (${collectiviteIds(viewer)}::uuid[])
    AND fiche.id = ANY (ARRAY(SELECT octroi.fiche_id FROM octroi WHERE octroi.fiche_id IS NOT NULL AND ${grantedToSql(viewer)}))`
}
