import type { Prisma } from '@pupitre/prisma'
import { relationsAbout } from '../journal/journalised.ts'
import type { Viewer } from '../viewer.ts'
import { grantedTo, mayBeGranted } from './granted.ts'

/*
 * What a viewer may read, as conditions of the query. They go into every `where`: nothing is loaded and
 * then filtered, so that what may not be read costs, counts and answers as if it were absent.
 */

function collectiviteIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.map(({ collectiviteId }) => collectiviteId) ?? []
}

/** Those where the viewer is an admin, from whom nothing is restricted. */
function adminCollectiviteIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.flatMap(({ role, collectiviteId }) => (role === 'ADMIN' ? [collectiviteId] : [])) ?? []
}

/** Those who may read a restricted fiche because they pilot it; admins read it anyway. */
function restrictedPiloteIds(viewer: Viewer | null): string[] {
  return (viewer?.memberships ?? [])
    .filter(({ role, pilotsRestricted = true }) => role !== 'ADMIN' && pilotsRestricted)
    .map(({ membreId }) => membreId)
}

function ofCollectivites(viewer: Viewer | null) {
  return { collectiviteId: { in: collectiviteIds(viewer) } }
}

export function readableCollectivites(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  return { id: { in: collectiviteIds(viewer) } }
}

export function readableServices(viewer: Viewer | null): Prisma.ServiceWhereInput {
  return ofCollectivites(viewer)
}

export function readablePersonnes(viewer: Viewer | null): Prisma.PersonneWhereInput {
  return ofCollectivites(viewer)
}

export function readableLabels(viewer: Viewer | null): Prisma.LabelWhereInput {
  return ofCollectivites(viewer)
}

/** Those of one's collectivités; of another, those of the axes and the fiches that a grant opens. */
export function readableIndicateurs(viewer: Viewer | null): Prisma.IndicateurWhereInput {
  if (!mayBeGranted(viewer)) return { suppressionId: null, ...ofCollectivites(viewer) }
  return {
    suppressionId: null,
    OR: [
      ofCollectivites(viewer),
      { axes: { some: { axe: readableAxes(viewer) } } },
      { fiches: { some: { fiche: readableFiches(viewer) } } },
    ],
  }
}

/** A plan that is not in the corbeille: restricted from nobody, or from everyone but the admins and those whom grants name. */
export function readablePlans(viewer: Viewer | null): Prisma.PlanWhereInput {
  return {
    suppressionId: null,
    OR: [
      { collectiviteId: { in: collectiviteIds(viewer) }, visibilite: 'COLLECTIVITE' },
      { collectiviteId: { in: adminCollectiviteIds(viewer) } },
      ...granted(viewer),
    ],
  }
}

/** What a grant to the viewer is on: one more reason to read it, where a grant may name them at all. */
function granted(viewer: Viewer | null): { octrois: { some: Prisma.OctroiWhereInput } }[] {
  return mayBeGranted(viewer) ? [{ octrois: { some: grantedTo(viewer) } }] : []
}

export function readableAxes(viewer: Viewer | null): Prisma.AxeWhereInput {
  return { suppressionId: null, plan: readablePlans(viewer) }
}

/** A fiche whose own rights, or those of its parent for a sous-action, let the viewer read it. */
export function readableFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  const own = readableByItself(viewer)
  return {
    suppressionId: null,
    OR: [{ parentId: null, ...own }, { parent: { suppressionId: null, ...own } }],
  }
}

/**
 * One plan that holds it can be read, or no plan holds it; restricted, it is read by its pilotes, those whom a grant on it names and
 * the admins. A place in an axe of the corbeille holds nothing. Where a collectivité is not named, it is that of the plan.
 */
function readableByItself(viewer: Viewer | null): Prisma.FicheWhereInput {
  return {
    OR: [
      { collectiviteId: { in: adminCollectiviteIds(viewer) } },
      {
        collectiviteId: { in: collectiviteIds(viewer) },
        restreinte: false,
        OR: [{ placements: { none: {} } }, { placements: { some: inReadablePlan(viewer) } }],
      },
      {
        collectiviteId: { in: collectiviteIds(viewer) },
        restreinte: true,
        pilotes: { some: { personne: { membreId: { in: restrictedPiloteIds(viewer) } } } },
      },
      ...granted(viewer).flatMap((octroyee) => [
        octroyee,
        { restreinte: false, placements: { some: { plan: { suppressionId: null, ...octroyee }, ...HELD } } },
      ]),
    ],
  }
}

/** A place is readable when its plan and its fiche both are: a plan that one may not read is not named. */
export function readablePlacements(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return { ...inReadablePlan(viewer), fiche: readableFiches(viewer) }
}

function inReadablePlan(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return { plan: readablePlans(viewer), ...HELD }
}

/** Of a place whose axe is not in the corbeille. */
const HELD = { OR: [{ axeId: null }, { axe: { suppressionId: null } }] } satisfies Prisma.PlacementWhereInput

/** The lines of a fiche: of its budget, its financeurs, the measures that it refers to. */
export function readableLignes(viewer: Viewer | null): { fiche: Prisma.FicheWhereInput } {
  return { fiche: readableFiches(viewer) }
}

export function readableNotes(viewer: Viewer | null): Prisma.NoteSuiviWhereInput {
  return { suppressionId: null, fiche: readableFiches(viewer) }
}

export function readableChampsPropres(viewer: Viewer | null): Prisma.ChampPropreWhereInput {
  return { plan: readablePlans(viewer) }
}

/** A link is seen from an end that one may read, when the other may be read too. */
export function readableLiens(viewer: Viewer | null): Prisma.LienWhereInput {
  return { fiche: readableFiches(viewer), autre: readableFiches(viewer) }
}

/** The members of one's collectivités. */
export function readableMembres(viewer: Viewer | null): Prisma.MembreWhereInput {
  return ofCollectivites(viewer)
}

/** One's own memberships. */
export function ownMembres(viewer: Viewer | null): Prisma.MembreWhereInput {
  return { userId: { in: viewer ? [viewer.userId] : [] } }
}

/** What is of the collectivités where one is an admin. */
export function administered(viewer: Viewer | null): { collectiviteId: { in: string[] } } {
  return { collectiviteId: { in: adminCollectiviteIds(viewer) } }
}

/** Invitations are the admins' business: they hold addresses. */
export function readableInvitations(viewer: Viewer | null): Prisma.InvitationWhereInput {
  return administered(viewer)
}

/** Grants are the admins' business too. */
export function readableOctrois(viewer: Viewer | null): Prisma.OctroiWhereInput {
  return administered(viewer)
}

/** One's own sessions. */
export function ownSessions(viewer: Viewer | null): Prisma.SessionWhereInput {
  return { userId: { in: viewer ? [viewer.userId] : [] }, expiresAt: { gt: new Date() } }
}

/** Those of which one is pilote or référent; to be asked with `readableFiches`. */
export function ownFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  const mine = { some: { personne: { membreId: { in: viewer?.memberships.map(({ membreId }) => membreId) ?? [] } } } }
  return { OR: [{ pilotes: mine }, { referents: mine }] }
}

/** Those that one's services pilot, and of which one is neither pilote nor référent. */
export function ownServicesFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  const serviceIds = viewer?.memberships.flatMap(({ serviceIds: ids }) => ids) ?? []
  return { services: { some: { serviceId: { in: serviceIds } } }, NOT: ownFiches(viewer) }
}

/**
 * Entries of the journal about what one may read: every fiche, plan and indicateur that an entry points to, and at least the one that it
 * is about. Admins read all of their collectivité's, of what is in the corbeille or gone too.
 */
export function readableJournal(viewer: Viewer | null): Prisma.JournalEntryWhereInput {
  return {
    OR: [
      { collectiviteId: { in: adminCollectiviteIds(viewer) } },
      {
        collectiviteId: { in: collectiviteIds(viewer) },
        incomplet: false,
        AND: [
          { OR: [{ ficheId: null }, { fiche: readableFiches(viewer) }] },
          { OR: [{ autreFicheId: null }, { autreFiche: readableFiches(viewer) }] },
          { OR: [{ planId: null }, { plan: readablePlans(viewer) }] },
          { OR: [{ indicateurId: null }, { indicateur: readableIndicateurs(viewer) }] },
          {
            OR: [
              { relation: { in: relationsAbout('fiche') }, ficheId: { not: null } },
              { relation: { in: relationsAbout('plan') }, planId: { not: null } },
              { relation: { in: relationsAbout('indicateur') }, indicateurId: { not: null } },
              {
                relation: { in: relationsAbout('objet') },
                OR: [{ ficheId: { not: null } }, { planId: { not: null } }, { indicateurId: { not: null } }],
              },
            ],
          },
        ],
      },
    ],
  }
}
