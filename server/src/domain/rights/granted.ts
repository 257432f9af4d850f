import { Prisma } from '@pupitre/prisma'
import { type Grantee, membreIdsOf, type Viewer } from '../viewer.ts'
import { FICHE_ACTS, LEVELS } from './acts.ts'

/*
 * Which grants are a viewer's, as conditions of the query. What they hold is never loaded whole: there may be as many as there
 * are plans and fiches.
 */

/** Those that let fill in the fields of a fiche. */
const FILLING_LEVELS = LEVELS.slice(LEVELS.indexOf(FICHE_ACTS.editFiche))

const NOBODY: Grantee = { membreIds: [], serviceIds: [], emails: [] }

function granteeOf(viewer: Viewer | null): Grantee {
  if (!viewer) return NOBODY
  return (
    viewer.grantee ?? {
      membreIds: membreIdsOf(viewer),
      serviceIds: viewer.memberships.flatMap(({ serviceIds }) => serviceIds),
      emails: [],
    }
  )
}

/** Whether a grant may name the viewer at all. What it would add to a query is left out for the others, who are most. */
export function mayBeGranted(viewer: Viewer | null): boolean {
  const { membreIds, serviceIds, emails } = granteeOf(viewer)
  return membreIds.length + serviceIds.length + emails.length > 0
}

/** The grants that name the viewer. */
export function grantedTo(viewer: Viewer | null): Prisma.OctroiWhereInput {
  const { membreIds, serviceIds, emails, within } = granteeOf(viewer)
  return {
    ...(within !== undefined && { collectiviteId: within }),
    OR: [{ membreId: { in: [...membreIds] } }, { serviceId: { in: [...serviceIds] } }, { email: { in: [...emails] } }],
  }
}

/** The same, of a query in SQL which calls them `octroi`. */
export function grantedToSql(viewer: Viewer | null): Prisma.Sql {
  const { membreIds, serviceIds, emails, within } = granteeOf(viewer)
  const named = Prisma.sql`(octroi.membre_id = ANY (${[...membreIds]}::uuid[])
    OR octroi.service_id = ANY (${[...serviceIds]}::uuid[])
    OR octroi.email = ANY (${[...emails]}::text[]))`
  return within === undefined ? named : Prisma.sql`(${named} AND octroi.collectivite_id = ${within}::uuid)`
}

/** What a grant opens that is not in the corbeille. */
const THERE = {
  OR: [{ plan: { suppressionId: null } }, { fiche: { suppressionId: null } }],
} satisfies Prisma.OctroiWhereInput

/** The collectivités of what grants open to the viewer. */
export function collectivitesGranted(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  return { octrois: { some: { AND: [grantedTo(viewer), THERE] } } }
}

/** The collectivités of the fiches that grants let the viewer fill in, one by one or a plan's. */
export function collectivitesFilledIn(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  return { octrois: { some: { AND: [grantedTo(viewer), THERE, { niveau: { in: FILLING_LEVELS } }] } } }
}

/** What a viewer is given on a plan or a fiche that a query reads. */
export function octroisOf(viewer: Viewer | null) {
  return { where: grantedTo(viewer), select: { niveau: true } } as const satisfies Prisma.Plan$octroisArgs
}

/** What the rights policy judges of a plan that a query reads. */
export function planTargetSelect(viewer: Viewer | null) {
  return {
    collectiviteId: true,
    ouverture: true,
    visibilite: true,
    archivedAt: true,
    octrois: octroisOf(viewer),
  } as const satisfies Prisma.PlanSelect
}
