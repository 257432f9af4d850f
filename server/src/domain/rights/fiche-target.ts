import { Ouverture, Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { Viewer } from '../viewer.ts'
import { LEVELS } from './acts.ts'
import { grantedToSql, octroisOf } from './granted.ts'
import type { FicheTarget } from './may.ts'
import { readablePlacesSql } from './readable-sql.ts'
import { HELD, readablePlacements } from './readable.ts'

/** Places in archived plans, whether the viewer reads those or not: nobody changes what only they hold, and they give nothing. */
const ARCHIVED = { plan: { archivedAt: { not: null } }, ...HELD } as const satisfies Prisma.PlacementWhereInput

/** Places in plans which live. */
const LIVING = {
  plan: { archivedAt: null, suppressionId: null },
  ...HELD,
} as const satisfies Prisma.PlacementWhereInput

const onlyArchived = { placements: { some: ARCHIVED, none: LIVING } } satisfies Prisma.FicheWhereInput

/** The fiches that only archived plans hold, or their parent, of the corbeille or not. */
export const ONLY_ARCHIVED = {
  OR: [{ parentId: null, ...onlyArchived }, { parent: onlyArchived }],
} satisfies Prisma.FicheWhereInput

/** What `ficheTarget` reads of a fiche. */
export function ficheTargetSelect(viewer: Viewer | null) {
  const octrois = octroisOf(viewer)
  const own = {
    collectiviteId: true,
    restreinte: true,
    services: { select: { serviceId: true } },
    pilotes: { select: { personne: { select: { membreId: true } } } },
    octrois,
    placements: {
      where: { OR: [{ AND: [LIVING, readablePlacements(viewer)] }, ARCHIVED] },
      select: { plan: { select: { ouverture: true, visibilite: true, archivedAt: true, octrois } } },
    },
    _count: { select: { placements: true } },
  } as const satisfies Prisma.FicheSelect
  return { ...own, parent: { select: own } } as const satisfies Prisma.FicheSelect
}

type Row = Prisma.FicheGetPayload<{ select: ReturnType<typeof ficheTargetSelect> }>
type OwnRow = Omit<Row, 'parent'>

/** What the rights policy judges of a fiche that the viewer may read. */
export function ficheTarget(fiche: Row): FicheTarget {
  const judged: OwnRow[] = fiche.parent ? [fiche, fiche.parent] : [fiche]
  const { restreinte, octrois, placements, _count } = fiche.parent ?? fiche
  const living = placements.flatMap(({ plan }) => (plan.archivedAt === null ? [plan] : []))
  return ficheTargetOf({
    collectiviteId: fiche.collectiviteId,
    restreinte,
    isHorsPlan: _count.placements === 0,
    readsLivingPlan: living.length > 0,
    isInArchive: living.length < placements.length,
    ouvertures: living.flatMap(({ visibilite, ouverture }) => (visibilite === 'RESTREINT' ? [] : [ouverture])),
    octrois: octrois.map(({ niveau }) => niveau),
    octroisOfPlans: living.flatMap((plan) => plan.octrois.map(({ niveau }) => niveau)),
    serviceIds: judged.flatMap(({ services }) => services.map(({ serviceId }) => serviceId)),
    piloteMembreIds: judged.flatMap(({ pilotes }) => pilotes.flatMap(({ personne }) => personne.membreId ?? [])),
  })
}

/**
 * What `ficheTargetOf` reads, as columns of a query in SQL which calls the fiche `fiche`: the same by one statement. `OFFSET 0` has its pilotes
 * looked up, instead of every member of the instance for each fiche.
 */
export function ficheTargetSql(viewer: Viewer | null): Prisma.Sql {
  const places = Prisma.sql`placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id`
  const isOfIt = Prisma.sql`placement.fiche_id = coalesce(fiche.parent_id, fiche.id)`
  const isPlace = Prisma.sql`${isOfIt} AND plan.archived_at IS NULL AND ${readablePlacesSql(viewer)}`
  const isHeld = Prisma.sql`${isOfIt} AND (axe.id IS NULL OR axe.suppression_id IS NULL)`
  return Prisma.sql`
    fiche.collectivite_id AS "collectiviteId",
    (SELECT restreinte FROM fiche AS judged WHERE judged.id = coalesce(fiche.parent_id, fiche.id)) AS restreinte,
    NOT EXISTS (SELECT 1 FROM placement WHERE ${isOfIt}) AS "isHorsPlan",
    EXISTS (SELECT 1 FROM ${places} WHERE ${isPlace}) AS "readsLivingPlan",
    EXISTS (SELECT 1 FROM ${places} WHERE ${isHeld} AND plan.archived_at IS NOT NULL) AS "isInArchive",
    ARRAY(SELECT plan.ouverture::text FROM ${places} WHERE ${isPlace} AND plan.visibilite <> 'RESTREINT') AS ouvertures,
    ARRAY(
      SELECT octroi.niveau::text FROM octroi
      WHERE octroi.fiche_id = coalesce(fiche.parent_id, fiche.id) AND ${grantedToSql(viewer)}) AS octrois,
    ARRAY(
      SELECT octroi.niveau::text FROM ${places} JOIN octroi ON octroi.plan_id = plan.id
      WHERE ${isPlace} AND ${grantedToSql(viewer)}) AS "octroisOfPlans",
    ARRAY(SELECT service_id FROM fiche_service WHERE fiche_id IN (fiche.id, fiche.parent_id)) AS "serviceIds",
    ARRAY(
      SELECT pilote.membre_id FROM fiche_pilote, LATERAL (
        SELECT personne.membre_id FROM personne WHERE personne.id = fiche_pilote.personne_id OFFSET 0) AS pilote
      WHERE fiche_pilote.fiche_id IN (fiche.id, fiche.parent_id) AND pilote.membre_id IS NOT NULL) AS "piloteMembreIds"`
}

/** The columns of `ficheTargetSql`. Its places are its parent's for a sous-action, and so are its restriction and its grants. */
export const ficheTargetRow = z.object({
  collectiviteId: z.string(),
  restreinte: z.boolean(),
  /** It has no place, not even in the corbeille. */
  isHorsPlan: z.boolean(),
  /** A plan holds it which the viewer reads and which is not archived. */
  readsLivingPlan: z.boolean(),
  /** An archived plan holds it, whether the viewer reads that or not. */
  isInArchive: z.boolean(),
  /** Of the plans which hold it and are neither restricted nor archived. */
  ouvertures: z.array(z.enum(Ouverture)),
  /** What grants on it give the viewer. */
  octrois: z.array(z.enum(Ouverture)),
  /** What grants on the plans which hold it and are not archived give the viewer. */
  octroisOfPlans: z.array(z.enum(Ouverture)),
  serviceIds: z.array(z.string()),
  piloteMembreIds: z.array(z.string()),
})

export function ficheTargetOf({
  isHorsPlan,
  readsLivingPlan,
  isInArchive,
  ouvertures,
  octrois,
  octroisOfPlans,
  ...row
}: z.infer<typeof ficheTargetRow>): FicheTarget {
  // Those who pilot a restricted fiche read it whatever holds it, and no plan holds their role back then.
  const unheld = isHorsPlan || row.restreinte ? 'EDITER' : null
  return {
    ...row,
    archive: isInArchive ? (readsLivingPlan ? 'EN_PARTIE' : 'ENTIEREMENT') : 'NON',
    ouverture: widest(ouvertures) ?? unheld,
    octroi: widest(row.restreinte ? octrois : [...octrois, ...octroisOfPlans]),
  }
}

function widest(levels: readonly Ouverture[]): Ouverture | null {
  return LEVELS.findLast((level) => levels.includes(level)) ?? null
}
