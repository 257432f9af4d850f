import { Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { grantedToSql, mayBeGranted } from './granted.ts'

/*
 * The conditions of `readable.ts` for the few queries that Prisma cannot write. A test checks that the two answer the same
 * on every case of the policy.
 */

/** The fiches that a viewer may read, of a query which calls them `fiche`. */
export function readableFichesSql(viewer: Viewer | null): Prisma.Sql {
  const { mine, admin, membres } = idsOf(viewer)
  return Prisma.sql`
    fiche.suppression_id IS NULL AND EXISTS (
      SELECT 1 FROM fiche AS judged
      WHERE judged.id = coalesce(fiche.parent_id, fiche.id) AND judged.suppression_id IS NULL AND (
        judged.collectivite_id = ANY (${admin}::uuid[])
        OR judged.collectivite_id = ANY (${mine}::uuid[]) AND CASE WHEN judged.restreinte
          THEN EXISTS (
            SELECT 1 FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
            WHERE fiche_pilote.fiche_id = judged.id AND personne.membre_id = ANY (${membres}::uuid[]))
          ELSE NOT EXISTS (SELECT 1 FROM placement WHERE placement.fiche_id = judged.id) OR EXISTS (
            SELECT 1 FROM placement
              JOIN plan ON plan.id = placement.plan_id
              LEFT JOIN axe ON axe.id = placement.axe_id
            WHERE placement.fiche_id = judged.id AND ${readablePlacesSql(viewer)})
        END ${orGrantedSql(viewer)}))`
}

/** Or a grant on the fiche, or on a plan which holds it unless it is restricted, names the viewer. */
function orGrantedSql(viewer: Viewer | null): Prisma.Sql {
  if (!mayBeGranted(viewer)) return Prisma.empty
  return Prisma.sql`
    OR EXISTS (SELECT 1 FROM octroi WHERE octroi.fiche_id = judged.id AND ${grantedToSql(viewer)})
    OR NOT judged.restreinte AND EXISTS (
      SELECT 1 FROM placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE placement.fiche_id = judged.id AND plan.suppression_id IS NULL AND axe.suppression_id IS NULL
        AND ${planGrantedSql(viewer)})`
}

function planGrantedSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM octroi WHERE octroi.plan_id = plan.id AND ${grantedToSql(viewer)})`
}

/** The places of a fiche in plans that a viewer may read, of a query which joins `placement`, `plan` and, where it has one, `axe`. */
export function readablePlacesSql(viewer: Viewer | null): Prisma.Sql {
  const { mine, admin } = idsOf(viewer)
  return Prisma.sql`plan.suppression_id IS NULL AND axe.suppression_id IS NULL
    AND (plan.collectivite_id = ANY (${admin}::uuid[])
      OR plan.collectivite_id = ANY (${mine}::uuid[]) AND plan.visibilite = 'COLLECTIVITE'
      ${mayBeGranted(viewer) ? Prisma.sql`OR ${planGrantedSql(viewer)}` : Prisma.empty})`
}

function idsOf(viewer: Viewer | null) {
  const memberships = viewer?.memberships ?? []
  return {
    mine: memberships.map(({ collectiviteId }) => collectiviteId),
    admin: memberships.flatMap(({ role, collectiviteId }) => (role === 'ADMIN' ? [collectiviteId] : [])),
    membres: memberships.map(({ membreId }) => membreId),
  }
}
