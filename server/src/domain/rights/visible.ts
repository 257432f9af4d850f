import type { Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { collectivitesGranted, mayBeGranted } from './granted.ts'
import {
  collectiviteIds,
  HELD,
  readableAxes,
  readableChampsPropres,
  readableCollectivites,
  readableFiches,
  readableIndicateurs,
  readablePlacements,
  readablePlans,
  readableServices,
} from './readable.ts'

/*
 * What a viewer sees as anyone does: what they read as an agent (`readable.ts`) and what other collectivités publish, which anybody
 * reads, signed in or not. It is for the queries that show one thing that is asked for, and what it holds. Lists, searches,
 * suggestions, mutations, live documents, subscriptions and the journal ask as an agent: what is public changes nothing there.
 *
 * In one's own collectivités, public is read as COLLECTIVITE: the rows there are judged as an agent's, by these conditions alone.
 */

const IN_PUBLIC_PLAN = {
  plan: { suppressionId: null, visibilite: 'PUBLIC' },
} as const satisfies Prisma.PlacementWhereInput & Prisma.AxeWhereInput

/** What is of collectivités of which the viewer is no member. */
function elsewhere(viewer: Viewer | null) {
  const own = collectiviteIds(viewer)
  return own.length > 0 ? { collectiviteId: { notIn: own } } : {}
}

/** The plans that are published, whoever asks. */
export function publicPlans(): Prisma.PlanWhereInput {
  return IN_PUBLIC_PLAN.plan
}

/** What is published of the collectivités of which the viewer is no member. */
function plansElsewhere(viewer: Viewer | null): Prisma.PlanWhereInput {
  return { ...elsewhere(viewer), ...publicPlans() }
}

/** A fiche, or the parent of a sous-action, that is not restricted and has a place in a public plan. */
function fichesElsewhere(viewer: Viewer | null): Prisma.FicheWhereInput {
  const published = { restreinte: false, placements: { some: { ...IN_PUBLIC_PLAN, ...HELD } } }
  return {
    ...elsewhere(viewer),
    suppressionId: null,
    OR: [{ parentId: null, ...published }, { parent: { suppressionId: null, ...published } }],
  }
}

export function visiblePlans(viewer: Viewer | null): Prisma.PlanWhereInput {
  return { OR: [readablePlans(viewer), plansElsewhere(viewer)] }
}

export function visibleAxes(viewer: Viewer | null): Prisma.AxeWhereInput {
  return { OR: [readableAxes(viewer), { suppressionId: null, plan: plansElsewhere(viewer) }] }
}

export function visibleFiches(viewer: Viewer | null): Prisma.FicheWhereInput {
  return { OR: [readableFiches(viewer), fichesElsewhere(viewer)] }
}

/** A fiche has its collectivité's plans only: a place that is published has both ends elsewhere, or neither. */
export function visiblePlacements(viewer: Viewer | null): Prisma.PlacementWhereInput {
  return {
    OR: [
      readablePlacements(viewer),
      { ...elsewhere(viewer), ...IN_PUBLIC_PLAN, AND: [HELD], fiche: { suppressionId: null, restreinte: false } },
    ],
  }
}

export function visibleIndicateurs(viewer: Viewer | null): Prisma.IndicateurWhereInput {
  const published = {
    ...elsewhere(viewer),
    suppressionId: null,
    OR: [
      { axes: { some: { axe: { suppressionId: null, ...IN_PUBLIC_PLAN } } } },
      { fiches: { some: { fiche: fichesElsewhere(viewer) } } },
    ],
  }
  return { OR: [readableIndicateurs(viewer), published] }
}

export function visibleLignes(viewer: Viewer | null): { fiche: Prisma.FicheWhereInput } {
  return { fiche: visibleFiches(viewer) }
}

export function visibleNotes(viewer: Viewer | null): Prisma.NoteSuiviWhereInput {
  return { suppressionId: null, fiche: visibleFiches(viewer) }
}

export function visibleChampsPropres(viewer: Viewer | null): Prisma.ChampPropreWhereInput {
  return { OR: [readableChampsPropres(viewer), { plan: plansElsewhere(viewer) }] }
}

export function visibleLiens(viewer: Viewer | null): Prisma.LienWhereInput {
  return { fiche: visibleFiches(viewer), autre: visibleFiches(viewer) }
}

/**
 * The name, the SIREN and the nature of a collectivité which has a public plan, or has granted the viewer something; its lists are its
 * members', but those with which that is filled in.
 */
export function visibleCollectivites(viewer: Viewer | null): Prisma.CollectiviteWhereInput {
  const granted = mayBeGranted(viewer) ? [collectivitesGranted(viewer)] : []
  return { OR: [readableCollectivites(viewer), { plans: { some: publicPlans() } }, ...granted] }
}

/*
 * Who is named: those who read something only because it is public are told the names of no person, unless the collectivité
 * chose so. Services are named in any case.
 */

const NAMED_TO_ALL = { collectivite: { nomsPublics: true } }

/** Lines by which a plan names somebody, and whose names the viewer is told. */
export function namedOnPlans(viewer: Viewer | null) {
  const granted = mayBeGranted(viewer) ? [{ plan: readablePlans(viewer) }] : []
  return { OR: [{ collectiviteId: { in: collectiviteIds(viewer) } }, { personne: NAMED_TO_ALL }, ...granted] }
}

/** Lines by which a fiche names somebody, likewise. */
export function namedOnFiches(viewer: Viewer | null) {
  const granted = mayBeGranted(viewer) ? [{ fiche: readableFiches(viewer) }] : []
  return { OR: [{ collectiviteId: { in: collectiviteIds(viewer) } }, { personne: NAMED_TO_ALL }, ...granted] }
}

/** Notes whose author's name the viewer is told. */
export function signedNotes(viewer: Viewer | null): Prisma.NoteSuiviWhereInput {
  return { OR: [{ fiche: readableFiches(viewer) }, { fiche: NAMED_TO_ALL }] }
}

/** Values of indicateurs whose author's name the viewer is told. */
export function signedValeurs(viewer: Viewer | null): Prisma.IndicateurValeurWhereInput {
  return { OR: [{ indicateur: readableIndicateurs(viewer) }, { indicateur: NAMED_TO_ALL }] }
}

/** The services that pilot fiches which the viewer sees, and those whose list they read. */
export function servicesNamed(viewer: Viewer | null): Prisma.ServiceWhereInput {
  return { OR: [readableServices(viewer), { fiches: { some: { fiche: visibleFiches(viewer) } } }] }
}
