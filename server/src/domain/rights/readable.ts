import type { Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'

/*
 * What a viewer may read, as conditions of the query. They go into every `where`: nothing is loaded and
 * then filtered, so that what may not be read costs, counts and answers as if it were absent.
 */

function collectiviteIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.map(({ collectiviteId }) => collectiviteId) ?? []
}

export function readableCollectivites(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  return { id: { in: collectiviteIds(viewer) } }
}

export function readableServices(viewer: Viewer | null): Prisma.ServiceWhereInput {
  return { collectiviteId: { in: collectiviteIds(viewer) } }
}

export function readablePlans(viewer: Viewer | null): Prisma.PlanWhereInput {
  return { collectiviteId: { in: collectiviteIds(viewer) } }
}

export function readableAxes(viewer: Viewer | null): Prisma.AxeWhereInput {
  return { plan: readablePlans(viewer) }
}

export function readableFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  return { collectiviteId: { in: collectiviteIds(viewer) } }
}

/** A place is readable when its plan and its fiche both are: a plan that one may not read is not named. */
export function readablePlacements(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return { plan: readablePlans(viewer), fiche: readableFiches(viewer) }
}

/** One's own memberships; colleagues' come with the members' page. */
export function readableMembres(viewer: Viewer | null): Prisma.MembreWhereInput {
  return { userId: { in: viewer ? [viewer.userId] : [] } }
}
