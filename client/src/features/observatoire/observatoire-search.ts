import type {
  AgregatsWhere,
  ObservatoireQueryVariables,
  PlansPublicsWhere,
  PlanType,
  Statut,
} from '../../gql/graphql.ts'
import { isStatut } from '../../lib/vocabulary/fiche-labels.ts'
import { isPlanType } from '../../lib/vocabulary/plan-types.ts'

/** What the observatory's page is narrowed to, and which page of its list is shown: its address says it all. */
export interface ObservatoireSearch {
  /** The code of a thématique. */
  thematique?: string | undefined
  statut?: Statut | typeof NO_STATUT | undefined
  type?: PlanType | undefined
  /** The SIREN of a collectivité. */
  territoire?: string | undefined
  texte?: string | undefined
  /** The page of the list that comes after a cursor, or before one. */
  apres?: string | undefined
  avant?: string | undefined
}

/** The fiches whose statut is not told. */
export const NO_STATUT = 'SANS_STATUT'

/** Plans of a page of the list. */
const PAGE_SIZE = 20

/** Longest text that is looked for: more than the name of a plan. */
const MAX_TEXT = 200

const SIREN = /^\d{9}$/
const CODE = /^[a-z]+(?:-[a-z]+)*$/
const CURSOR = /^[\w-]{1,1000}$/

/** What an address says of it; what it says wrong is left out. The router reads digits as a number. */
export function readObservatoireSearch(search: Record<string, unknown>): ObservatoireSearch {
  const { thematique, statut, type, territoire, texte, apres, avant } = search
  return {
    thematique: matching(thematique, CODE),
    statut: statut === NO_STATUT || isStatut(statut) ? statut : undefined,
    type: typeof type === 'string' && isPlanType(type) ? type : undefined,
    territoire: matching(territoire, SIREN),
    texte: textIn(texte),
    apres: matching(apres, CURSOR),
    avant: matching(avant, CURSOR),
  }
}

function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim().slice(0, MAX_TEXT) || undefined
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  const text = textIn(value)
  return text !== undefined && pattern.test(text) ? text : undefined
}

/** Whether anything is asked of plans. */
export function isNarrowed({ thematique, statut, type, territoire, texte }: ObservatoireSearch): boolean {
  return [thematique, statut, type, territoire, texte].some((value) => value !== undefined)
}

/** Whether nothing but the collectivité is asked: services are told of one at a time, and of no part of it. */
export function isOneTerritoire({ territoire, ...others }: ObservatoireSearch): boolean {
  return territoire !== undefined && !isNarrowed(others)
}

/** What is asked of fiches, by which plans are chosen and fiches counted. */
function fichesAsked({ thematique, statut }: ObservatoireSearch): Pick<PlansPublicsWhere, 'thematique' | 'statut'> {
  return {
    ...(thematique !== undefined && { thematique: { in: [thematique] } }),
    ...(statut !== undefined && { statut: statut === NO_STATUT ? { isNull: true } : { in: [statut] } }),
  }
}

/** The conditions on plans; null when there are none. */
export function plansWhere(search: ObservatoireSearch): PlansPublicsWhere | null {
  const { type, territoire, texte } = search
  return unlessEmpty<PlansPublicsWhere>({
    ...(territoire !== undefined && { siren: territoire }),
    ...(type !== undefined && { type }),
    ...(texte !== undefined && { recherche: texte }),
    ...fichesAsked(search),
  })
}

/** The same on the fiches that are counted, beside their collectivité. */
function countedWhere(search: ObservatoireSearch): AgregatsWhere | null {
  const { type, texte } = search
  return unlessEmpty<AgregatsWhere>({
    ...(type !== undefined && { typeDePlan: { in: [type] } }),
    ...(texte !== undefined && { nomDePlan: texte }),
    ...fichesAsked(search),
  })
}

function unlessEmpty<Where extends object>(where: Where): Where | null {
  return Object.keys(where).length > 0 ? where : null
}

/** What the API is asked for an address. */
export function observatoireVariables(search: ObservatoireSearch): ObservatoireQueryVariables {
  const { territoire, apres, avant } = search
  const asked = { plans: plansWhere(search), siren: territoire ?? null, fiches: countedWhere(search) }
  return avant === undefined
    ? { ...asked, first: PAGE_SIZE, after: apres ?? null }
    : { ...asked, last: PAGE_SIZE, before: avant }
}
