import type { Prisma } from '@pupitre/prisma'
import { membreIdsOf, readerIdOf, type Viewer } from '../viewer.ts'

/*
 * What is one's own among what one may read, as conditions of the query: they say nothing of rights, and are asked beside those of
 * `readable.ts`.
 */

/** Those of which one is pilote or référent; to be asked with `readablePlans`. */
export function ownPlans(viewer: Viewer | null): Prisma.PlanWhereInput {
  return namedOn(viewer)
}

/** Those of which one, or a service of theirs, is pilote or référent; to be asked with `readableFiches`. */
function followedFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  const serviceIds = viewer?.memberships.flatMap((membership) => membership.serviceIds) ?? []
  return { OR: [namedOn(viewer), { services: { some: { serviceId: { in: serviceIds } } } }] }
}

function namedOn(viewer: Viewer | null) {
  const me = { some: { personne: { membreId: { in: membreIdsOf(viewer) } } } }
  return { OR: [{ pilotes: me }, { referents: me }] } satisfies Prisma.PlanWhereInput & Prisma.FicheWhereInput
}

/** Entries about one's own fiches, those of one's services and one's own plans; to be asked with `readableJournal`. */
export function followedJournal(viewer: Viewer | null): Prisma.JournalEntryWhereInput {
  const fiches = followedFiches(viewer)
  return { OR: [{ fiche: fiches }, { autreFiche: fiches }, { plan: ownPlans(viewer) }] }
}

/** Entries of what others did, whoever they were. */
export function journalOfOthers(viewer: Viewer | null): Prisma.JournalEntryWhereInput {
  const reader = readerIdOf(viewer)
  return reader === null ? {} : { OR: [{ userId: null }, { userId: { not: reader } }] }
}
