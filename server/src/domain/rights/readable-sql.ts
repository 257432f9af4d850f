import { Prisma } from '@pupitre/prisma'
import { membreIdsOf, type Viewer } from '../viewer.ts'
import { grantedToSql, mayBeGranted } from './granted.ts'
import { unrestrictedCollectiviteIds } from './readable.ts'

/*
 * The conditions of `readable.ts` for the few queries that Prisma cannot write, or that PostgreSQL answers too slowly as Prisma writes them. A
 * test checks that the two answer the same on every case of the policy.
 *
 * `OFFSET 0` keeps an EXISTS what it says: a look-up for each fiche that is judged. Without it PostgreSQL reads whole tables into a hash,
 * for a page of fifty.
 */

/** The fiches that a viewer may read, of a query which calls them `fiche`: by their own rights, or those of the parent for a sous-action. */
export function readableFichesSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`
    fiche.suppression_id IS NULL AND CASE WHEN fiche.parent_id IS NULL
      THEN ${readableByItselfSql(Prisma.sql`fiche`, viewer)}
      ELSE EXISTS (
        SELECT 1 FROM fiche AS judged
        WHERE judged.id = fiche.parent_id AND judged.suppression_id IS NULL
          AND ${readableByItselfSql(Prisma.sql`judged`, viewer)} OFFSET 0)
    END`
}

/** The plan that most fiches have is looked for first. */
function readableByItselfSql(fiche: Prisma.Sql, viewer: Viewer | null): Prisma.Sql {
  const { mine, unrestricted } = idsOf(viewer)
  return Prisma.sql`(
    ${fiche}.collectivite_id = ANY (${unrestricted}::uuid[])
    OR ${fiche}.collectivite_id = ANY (${mine}::uuid[]) AND CASE WHEN ${fiche}.restreinte
      THEN ${pilotedSql(fiche, viewer)}
      ELSE EXISTS (
        SELECT 1 FROM placement
          JOIN plan ON plan.id = placement.plan_id
          LEFT JOIN axe ON axe.id = placement.axe_id
        WHERE placement.fiche_id = ${fiche}.id AND ${readablePlacesSql(viewer)} OFFSET 0)
        OR NOT EXISTS (SELECT 1 FROM placement WHERE placement.fiche_id = ${fiche}.id OFFSET 0)
    END ${orGrantedSql(fiche, viewer)})`
}

/** The viewer pilots a fiche. */
function pilotedSql(fiche: Prisma.Sql, viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
    WHERE fiche_pilote.fiche_id = ${fiche}.id AND personne.membre_id = ANY (${idsOf(viewer).membres}::uuid[]) OFFSET 0)`
}

/** A grant on a fiche names the viewer. */
function ficheGrantedSql(fiche: Prisma.Sql, viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM octroi WHERE octroi.fiche_id = ${fiche}.id AND ${grantedToSql(viewer)} OFFSET 0)`
}

/** Or a grant on the fiche, or on a plan which holds it unless it is restricted, names the viewer. */
function orGrantedSql(fiche: Prisma.Sql, viewer: Viewer | null): Prisma.Sql {
  if (!mayBeGranted(viewer)) return Prisma.empty
  return Prisma.sql`
    OR ${ficheGrantedSql(fiche, viewer)}
    OR NOT ${fiche}.restreinte AND EXISTS (
      SELECT 1 FROM placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE placement.fiche_id = ${fiche}.id AND plan.suppression_id IS NULL AND axe.suppression_id IS NULL
        AND ${planGrantedSql(viewer)} OFFSET 0)`
}

function planGrantedSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM octroi WHERE octroi.plan_id = plan.id AND ${grantedToSql(viewer)} OFFSET 0)`
}

/** The places of a fiche in plans that a viewer may read, of a query which joins `placement`, `plan` and, where it has one, `axe`. */
export function readablePlacesSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`axe.suppression_id IS NULL AND ${readablePlansSql(viewer)}`
}

/** The plans that a viewer may read, of a query which calls them `plan`. */
function readablePlansSql(viewer: Viewer | null): Prisma.Sql {
  const { mine, unrestricted } = idsOf(viewer)
  return Prisma.sql`plan.suppression_id IS NULL
    AND (plan.collectivite_id = ANY (${unrestricted}::uuid[])
      OR plan.collectivite_id = ANY (${mine}::uuid[]) AND plan.visibilite <> 'RESTREINT'
      ${mayBeGranted(viewer) ? Prisma.sql`OR ${planGrantedSql(viewer)}` : Prisma.empty})`
}

/**
 * The places that a viewer sees as anyone does (`visiblePlacements`), of a query which joins `placement`, its `plan` and its `fiche`.
 */
export function visiblePlacementsSql(viewer: Viewer | null): Prisma.Sql {
  const { mine, unrestricted } = idsOf(viewer)
  const whateverHoldsIt = Prisma.sql`fiche.collectivite_id = ANY (${unrestricted}::uuid[])
    OR fiche.collectivite_id = ANY (${mine}::uuid[]) AND ${pilotedSql(Prisma.sql`fiche`, viewer)}
    ${mayBeGranted(viewer) ? Prisma.sql`OR ${ficheGrantedSql(Prisma.sql`fiche`, viewer)}` : Prisma.empty}`
  return Prisma.sql`
    NOT EXISTS (SELECT 1 FROM axe WHERE axe.id = placement.axe_id AND axe.suppression_id IS NOT NULL OFFSET 0)
    AND fiche.suppression_id IS NULL AND fiche.parent_id IS NULL
    AND (${readablePlansSql(viewer)} AND (NOT fiche.restreinte OR ${whateverHoldsIt})
      OR NOT fiche.restreinte AND plan.suppression_id IS NULL AND plan.visibilite = 'PUBLIC'
        AND plan.collectivite_id <> ALL (${mine}::uuid[]))`
}

/**
 * The collectivités where a viewer may read fiches at all, as an array: their own, and those of the grants that name them. An index may
 * start from them; fiches are still judged.
 */
export function reachedCollectivitesSql(viewer: Viewer | null): Prisma.Sql {
  const { mine } = idsOf(viewer)
  if (!mayBeGranted(viewer)) return Prisma.sql`${mine}::uuid[]`
  return Prisma.sql`ARRAY(
    SELECT unnest(${mine}::uuid[]) UNION SELECT octroi.collectivite_id FROM octroi WHERE ${grantedToSql(viewer)})`
}

/** The fiches that anybody reads, as `visibleFiches` answers them to nobody, of a query which calls them `fiche`. */
export function publicFichesSql(): Prisma.Sql {
  return Prisma.sql`
    (fiche.suppression_id IS NULL AND EXISTS (
      SELECT 1 FROM fiche AS judged
        JOIN placement ON placement.fiche_id = judged.id
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE judged.id = coalesce(fiche.parent_id, fiche.id) AND judged.suppression_id IS NULL AND NOT judged.restreinte
        AND ${publicPlacesSql()}))`
}

/** The places of a fiche in public plans, of a query which joins `placement`, `plan` and, where it has one, `axe`. */
export function publicPlacesSql(): Prisma.Sql {
  return Prisma.sql`plan.suppression_id IS NULL AND axe.suppression_id IS NULL AND plan.visibilite = 'PUBLIC'`
}

function idsOf(viewer: Viewer | null) {
  const memberships = viewer?.memberships ?? []
  return {
    mine: memberships.map(({ collectiviteId }) => collectiviteId),
    unrestricted: unrestrictedCollectiviteIds(viewer),
    membres: membreIdsOf(viewer),
  }
}
