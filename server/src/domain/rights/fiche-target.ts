import { Ouverture, Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { Viewer } from '../viewer.ts'
import { LEVELS } from './acts.ts'
import type { FicheTarget } from './may.ts'
import { readablePlacesSql } from './readable-sql.ts'
import { readablePlacements } from './readable.ts'

/** What `ficheTarget` reads of a fiche. */
export function ficheTargetSelect(viewer: Viewer | null) {
  const own = {
    collectiviteId: true,
    services: { select: { serviceId: true } },
    pilotes: { select: { personne: { select: { membreId: true } } } },
    placements: { where: readablePlacements(viewer), select: { plan: { select: { ouverture: true } } } },
  } as const satisfies Prisma.FicheSelect
  return { ...own, parent: { select: own } } as const satisfies Prisma.FicheSelect
}

type Row = Prisma.FicheGetPayload<{ select: ReturnType<typeof ficheTargetSelect> }>
type OwnRow = Omit<Row, 'parent'>

/** What the rights policy judges of a fiche that the viewer may read. */
export function ficheTarget(fiche: Row): FicheTarget {
  const judged: OwnRow[] = fiche.parent ? [fiche, fiche.parent] : [fiche]
  return {
    collectiviteId: fiche.collectiviteId,
    ouverture: widest((fiche.parent ?? fiche).placements.map(({ plan }) => plan.ouverture)),
    serviceIds: judged.flatMap(({ services }) => services.map(({ serviceId }) => serviceId)),
    piloteMembreIds: judged.flatMap(({ pilotes }) => pilotes.flatMap(({ personne }) => personne.membreId ?? [])),
  }
}

/** What `ficheTargetOf` reads, as columns of a query in SQL which calls the fiche `fiche`: the same by one statement. */
export function ficheTargetSql(viewer: Viewer | null): Prisma.Sql {
  return Prisma.sql`
    fiche.collectivite_id AS "collectiviteId",
    ARRAY(
      SELECT plan.ouverture::text FROM placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE placement.fiche_id = coalesce(fiche.parent_id, fiche.id) AND ${readablePlacesSql(viewer)}) AS ouvertures,
    ARRAY(SELECT service_id FROM fiche_service WHERE fiche_id IN (fiche.id, fiche.parent_id)) AS "serviceIds",
    ARRAY(
      SELECT personne.membre_id FROM fiche_pilote JOIN personne ON personne.id = fiche_pilote.personne_id
      WHERE fiche_pilote.fiche_id IN (fiche.id, fiche.parent_id) AND personne.membre_id IS NOT NULL) AS "piloteMembreIds"`
}

/** The columns of `ficheTargetSql`. */
export const ficheTargetRow = z.object({
  collectiviteId: z.string(),
  ouvertures: z.array(z.enum(Ouverture)),
  serviceIds: z.array(z.string()),
  piloteMembreIds: z.array(z.string()),
})

export function ficheTargetOf({ ouvertures, ...row }: z.infer<typeof ficheTargetRow>): FicheTarget {
  return { ...row, ouverture: widest(ouvertures) }
}

/** Hors plan, nothing holds the roles back. */
function widest(ouvertures: readonly Ouverture[]): Ouverture {
  if (ouvertures.length === 0) return 'EDITER'
  return LEVELS.findLast((level) => ouvertures.includes(level)) ?? 'EDITER'
}
