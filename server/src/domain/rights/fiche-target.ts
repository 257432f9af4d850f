import { Ouverture, Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { Viewer } from '../viewer.ts'
import { LEVELS } from './acts.ts'
import { grantedToSql, octroisOf } from './granted.ts'
import type { FicheTarget } from './may.ts'
import { readablePlacesSql } from './readable-sql.ts'
import { readablePlacements } from './readable.ts'

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
      where: readablePlacements(viewer),
      select: { plan: { select: { ouverture: true, visibilite: true, octrois } } },
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
  return ficheTargetOf({
    collectiviteId: fiche.collectiviteId,
    restreinte,
    isHorsPlan: _count.placements === 0,
    ouvertures: placements.flatMap(({ plan }) => (plan.visibilite === 'RESTREINT' ? [] : [plan.ouverture])),
    octrois: octrois.map(({ niveau }) => niveau),
    octroisOfPlans: placements.flatMap(({ plan }) => plan.octrois.map(({ niveau }) => niveau)),
    serviceIds: judged.flatMap(({ services }) => services.map(({ serviceId }) => serviceId)),
    piloteMembreIds: judged.flatMap(({ pilotes }) => pilotes.flatMap(({ personne }) => personne.membreId ?? [])),
  })
}

/** What `ficheTargetOf` reads, as columns of a query in SQL which calls the fiche `fiche`: the same by one statement. */
export function ficheTargetSql(viewer: Viewer | null): Prisma.Sql {
  const places = Prisma.sql`placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id`
  const isPlace = Prisma.sql`placement.fiche_id = coalesce(fiche.parent_id, fiche.id) AND ${readablePlacesSql(viewer)}`
  return Prisma.sql`
    fiche.collectivite_id AS "collectiviteId",
    (SELECT restreinte FROM fiche AS judged WHERE judged.id = coalesce(fiche.parent_id, fiche.id)) AS restreinte,
    NOT EXISTS (SELECT 1 FROM placement WHERE placement.fiche_id = coalesce(fiche.parent_id, fiche.id)) AS "isHorsPlan",
    ARRAY(SELECT plan.ouverture::text FROM ${places} WHERE ${isPlace} AND plan.visibilite <> 'RESTREINT') AS ouvertures,
    ARRAY(
      SELECT octroi.niveau::text FROM octroi
      WHERE octroi.fiche_id = coalesce(fiche.parent_id, fiche.id) AND ${grantedToSql(viewer)}) AS octrois,
    ARRAY(
      SELECT octroi.niveau::text FROM ${places} JOIN octroi ON octroi.plan_id = plan.id
      WHERE ${isPlace} AND ${grantedToSql(viewer)}) AS "octroisOfPlans",
    ARRAY(SELECT service_id FROM fiche_service WHERE fiche_id IN (fiche.id, fiche.parent_id)) AS "serviceIds",
    ARRAY(
      SELECT personne.membre_id FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
      WHERE fiche_pilote.fiche_id IN (fiche.id, fiche.parent_id) AND personne.membre_id IS NOT NULL) AS "piloteMembreIds"`
}

/** The columns of `ficheTargetSql`. Its places are its parent's for a sous-action, and so are its restriction and its grants. */
export const ficheTargetRow = z.object({
  collectiviteId: z.string(),
  restreinte: z.boolean(),
  /** It has no place, not even in the corbeille. */
  isHorsPlan: z.boolean(),
  /** Of the plans which hold it and are not restricted. */
  ouvertures: z.array(z.enum(Ouverture)),
  /** What grants on it give the viewer. */
  octrois: z.array(z.enum(Ouverture)),
  /** What grants on the plans which hold it give the viewer. */
  octroisOfPlans: z.array(z.enum(Ouverture)),
  serviceIds: z.array(z.string()),
  piloteMembreIds: z.array(z.string()),
})

export function ficheTargetOf({
  isHorsPlan,
  ouvertures,
  octrois,
  octroisOfPlans,
  ...row
}: z.infer<typeof ficheTargetRow>): FicheTarget {
  // Those who pilot a restricted fiche read it whatever holds it, and no plan holds their role back then.
  const unheld = isHorsPlan || row.restreinte ? 'EDITER' : null
  return {
    ...row,
    ouverture: widest(ouvertures) ?? unheld,
    octroi: widest(row.restreinte ? octrois : [...octrois, ...octroisOfPlans]),
  }
}

function widest(levels: readonly Ouverture[]): Ouverture | null {
  return LEVELS.findLast((level) => levels.includes(level)) ?? null
}
