import type { Prisma } from '@pupitre/prisma'
import { relationsAbout } from '../journal/journalised.ts'
import { isReadOnly, membreIdsOf, readerIdOf, type Viewer } from '../viewer.ts'
import { collectivitesFilledIn, grantedTo, mayBeGranted } from './granted.ts'

/*
 * What a viewer may read, as conditions of the query. They go into every `where`: nothing is loaded and
 * then filtered, so that what may not be read costs, counts and answers as if it were absent.
 *
 * It is as an agent that one reads what is here: by one's membership, or by a grant. What others publish is in `visible.ts`, and
 * only the queries that show one thing, or what it holds, ask for it.
 */

/** Those of which the viewer is. */
export function collectiviteIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.map(({ collectiviteId }) => collectiviteId) ?? []
}

/** Those where the viewer is an admin. */
export function adminCollectiviteIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.flatMap(({ role, collectiviteId }) => (role === 'ADMIN' ? [collectiviteId] : [])) ?? []
}

/** Those where nothing is restricted from the viewer: an admin, or a key that may read all. */
export function unrestrictedCollectiviteIds(viewer: Viewer | null): string[] {
  const places = viewer?.memberships ?? []
  return places
    .filter(({ role, readsRestricted = false }) => role === 'ADMIN' || readsRestricted)
    .map(({ collectiviteId }) => collectiviteId)
}

/** Those who may read a restricted fiche because they pilot it; admins read it anyway. */
function restrictedPiloteIds(viewer: Viewer | null): string[] {
  return (viewer?.memberships ?? [])
    .filter(({ role, pilotsRestricted = true }) => role !== 'ADMIN' && pilotsRestricted)
    .flatMap(({ membreId }) => membreId ?? [])
}

function ofCollectivites(viewer: Viewer | null) {
  return { collectiviteId: { in: collectiviteIds(viewer) } }
}

export function readableCollectivites(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  return { id: { in: collectiviteIds(viewer) } }
}

/**
 * What fields are filled in with: of one's collectivités; of another, where a grant lets the viewer fill in a fiche, or those of a plan. Of
 * its people that is their names: who is a member, and their address, stay with the collectivité.
 */
function ofCollectivitesFilledIn(viewer: Viewer | null) {
  const own = ofCollectivites(viewer)
  return mayBeGranted(viewer) ? { OR: [own, { collectivite: collectivitesFilledIn(viewer) }] } : own
}

export function readableServices(viewer: Viewer | null): Prisma.ServiceWhereInput {
  return ofCollectivitesFilledIn(viewer)
}

export function readablePersonnes(viewer: Viewer | null): Prisma.PersonneWhereInput {
  return ofCollectivitesFilledIn(viewer)
}

export function readableLabels(viewer: Viewer | null): Prisma.LabelWhereInput {
  return ofCollectivitesFilledIn(viewer)
}

/** The models of the collectivités of which one is a member. */
export function readableModeles(viewer: Viewer | null): Prisma.PlanModeleWhereInput {
  return ofCollectivites(viewer)
}

/** One's own views of the page of fiches, and those that one's collectivités share. */
export function readableVues(viewer: Viewer | null): Prisma.VueWhereInput {
  return { ...ofCollectivites(viewer), OR: [{ membreId: null }, { membreId: { in: membreIdsOf(viewer) } }] }
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
      { collectiviteId: { in: collectiviteIds(viewer) }, visibilite: { not: 'RESTREINT' } },
      { collectiviteId: { in: unrestrictedCollectiviteIds(viewer) } },
      ...granted(viewer),
    ],
  }
}

/** What a grant to the viewer is on: one more reason to read it, where a grant may name them at all. */
function granted(viewer: Viewer | null): { octrois: { some: Prisma.OctroiWhereInput } }[] {
  return mayBeGranted(viewer) ? [{ octrois: { some: grantedTo(viewer) } }] : []
}

/** What of other collectivités is granted to the viewer by itself; to be asked with `readablePlans` or `readableFiches`. */
export function sharedWith(viewer: Viewer | null) {
  return {
    collectiviteId: { notIn: collectiviteIds(viewer) },
    octrois: { some: grantedTo(viewer) },
  } as const satisfies Prisma.PlanWhereInput & Prisma.FicheWhereInput
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
      ...readableWhateverHoldsIt(viewer),
      {
        collectiviteId: { in: collectiviteIds(viewer) },
        restreinte: false,
        OR: [{ placements: { none: {} } }, { placements: { some: inReadablePlan(viewer) } }],
      },
      ...granted(viewer).map((octroyee) => ({
        restreinte: false,
        placements: { some: { plan: { suppressionId: null, ...octroyee }, ...HELD } },
      })),
    ],
  }
}

/** Of an admin, of a pilote of what is restricted, of those whom a grant on the fiche names. */
function readableWhateverHoldsIt(viewer: Viewer | null): Prisma.FicheWhereInput[] {
  return [
    { collectiviteId: { in: unrestrictedCollectiviteIds(viewer) } },
    {
      collectiviteId: { in: collectiviteIds(viewer) },
      restreinte: true,
      pilotes: { some: { personne: { membreId: { in: restrictedPiloteIds(viewer) } } } },
    },
    ...granted(viewer),
  ]
}

/**
 * A place is readable when its plan and its fiche both are: a plan that one may not read is not named. That plan makes a fiche readable
 * that is not restricted, and no other plan makes a restricted one so: none is looked for. A sous-action has no place.
 */
export function readablePlacements(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return {
    ...inReadablePlan(viewer),
    fiche: { suppressionId: null, parentId: null, OR: [{ restreinte: false }, ...readableWhateverHoldsIt(viewer)] },
  }
}

function inReadablePlan(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return { plan: readablePlans(viewer), ...HELD }
}

/** Of a place whose axe is not in the corbeille. */
export const HELD = { OR: [{ axeId: null }, { axe: { suppressionId: null } }] } satisfies Prisma.PlacementWhereInput

/** The lines of a fiche: of its budget, its financeurs, the measures that it refers to. */
export function readableLignes(viewer: Viewer | null): { fiche: Prisma.FicheWhereInput } {
  return { fiche: readableFiches(viewer) }
}

export function readableChampsPropres(viewer: Viewer | null): Prisma.ChampPropreWhereInput {
  return { plan: readablePlans(viewer) }
}

/** Threads are read by those who read what they are about as agents do: never because it is published. */
export function readableFils(viewer: Viewer | null): Prisma.FilWhereInput {
  return {
    OR: [
      { planId: { not: null }, axeId: null, plan: readablePlans(viewer) },
      { axeId: { not: null }, axe: readableAxes(viewer) },
      { ficheId: { not: null }, fiche: readableFiches(viewer) },
    ],
  }
}

/** A link is seen from an end that one may read, when the other may be read too. */
export function readableLiens(viewer: Viewer | null): Prisma.LienWhereInput {
  return { fiche: readableFiches(viewer), autre: readableFiches(viewer) }
}

/** The members of one's collectivités. */
export function readableMembres(viewer: Viewer | null): Prisma.MembreWhereInput {
  return ofCollectivites(viewer)
}

function ownUserIds(viewer: Viewer | null): string[] {
  const id = readerIdOf(viewer)
  return id === null ? [] : [id]
}

/** One's own memberships; of the member as whom one sees, that one alone. */
export function ownMembres(viewer: Viewer | null): Prisma.MembreWhereInput {
  return {
    userId: { in: ownUserIds(viewer) },
    ...(isReadOnly(viewer) && { id: { in: membreIdsOf(viewer) } }),
  }
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

/** So are the keys of the API. */
export function readableApiKeys(viewer: Viewer | null): Prisma.ApiKeyWhereInput {
  return administered(viewer)
}

/** And their webhooks. */
export function readableWebhooks(viewer: Viewer | null): Prisma.WebhookWhereInput {
  return administered(viewer)
}

/** One's own sessions; those of the member as whom one sees are not shown. */
export function ownSessions(viewer: Viewer | null): Prisma.SessionWhereInput {
  return { userId: { in: isReadOnly(viewer) ? [] : ownUserIds(viewer) }, expiresAt: { gt: new Date() } }
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

/**
 * Lines of what somebody changed of many fiches at once, of the fiches that one may read: one's own acts, and, for éditeurs and admins,
 * those of their collectivités.
 */
export function undoableActes(viewer: Viewer | null): Prisma.JournalEntryWhereInput {
  const editors = viewer?.memberships.filter(({ role }) => role === 'EDITEUR' || role === 'ADMIN') ?? []
  return {
    origine: 'MASSE',
    fiche: readableFiches(viewer),
    OR: [
      { userId: { in: ownUserIds(viewer) } },
      { collectiviteId: { in: editors.map(({ collectiviteId }) => collectiviteId) } },
    ],
  }
}
