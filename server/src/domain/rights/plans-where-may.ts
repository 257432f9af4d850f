import { PlanVisibilite, type Prisma } from '@pupitre/prisma'
import { isReadOnly, type Viewer } from '../viewer.ts'
import { ARCHIVE_ACTS, LEVELS, PLAN_ACTS, type PlanAct } from './acts.ts'
import { grantedTo, mayBeGranted } from './granted.ts'
import { mayInPlan, type PlanTarget } from './may.ts'

/** The plans, of those that the viewer may read, where they may do an act: `mayInPlan`, said in the query. */
export function plansWhereMay(viewer: Viewer | null, act: PlanAct): Prisma.PlanWhereInput {
  const collectivites = viewer?.memberships.map(({ collectiviteId }) => collectiviteId) ?? []
  const may = (target: Omit<PlanTarget, 'octrois' | 'archivedAt'>) =>
    mayInPlan(viewer, act, { ...target, archivedAt: null, octrois: [] })
  // By visibilité and ouverture, of which there are some: Prisma reads an empty OR in an AND as no condition at all.
  const byRole = Object.values(PlanVisibilite).flatMap((visibilite) =>
    LEVELS.map((ouverture) => ({
      visibilite,
      ouverture,
      collectiviteId: {
        in: collectivites.filter((collectiviteId) => may({ collectiviteId, visibilite, ouverture })),
      },
    })),
  )
  const living = ARCHIVE_ACTS.has(act) ? {} : { archivedAt: null }
  const least = PLAN_ACTS[act]
  if (least === 'ADMIN' || isReadOnly(viewer) || !mayBeGranted(viewer)) return { ...living, OR: byRole }
  const enough = LEVELS.slice(LEVELS.indexOf(least))
  return { ...living, OR: [...byRole, { octrois: { some: { AND: [grantedTo(viewer), { niveau: { in: enough } }] } } }] }
}
