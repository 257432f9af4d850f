import type { Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { LEVELS, type PlanAct } from './acts.ts'
import { mayInPlan } from './may.ts'

/** The plans, of those that the viewer may read, where they may do an act: `mayInPlan`, said in the query. */
export function plansWhereMay(viewer: Viewer | null, act: PlanAct): Prisma.PlanWhereInput {
  const collectivites = viewer?.memberships.map(({ collectiviteId }) => collectiviteId) ?? []
  // By ouverture, of which there are some: Prisma reads an empty OR in an AND as no condition at all.
  const ofOuverture = LEVELS.map((ouverture) => ({
    ouverture,
    collectiviteId: {
      in: collectivites.filter((collectiviteId) => mayInPlan(viewer, act, { collectiviteId, ouverture })),
    },
  }))
  return { OR: ofOuverture }
}
