import type { FicheOrder, FicheOrderField } from '../../gql/graphql.ts'
import { type ChampName, isChampName, isOnePlan, readChamps } from './champ-filters.ts'
import { isColonne } from './colonnes.ts'
import { type FilterName, FILTER_NAMES, readFilter } from './fiche-filters.ts'

export const VUES = ['tableau', 'cartes', 'colonnes', 'frise'] as const
export type Vue = (typeof VUES)[number]

/** What the page of fiches shows and how, all of it in its address. */
export interface FichesSearch extends Partial<Record<FilterName, string | undefined>> {
  /** What is asked of the champs propres of the plan, each by its id. */
  [champ: ChampName]: string | undefined
  /** Absent: the table. */
  vue?: Exclude<Vue, 'tableau'> | undefined
  /** Words that are looked for in the texts. */
  q?: string | undefined
  /** What they are sorted by, `-` before it for the other way; by titre when absent. */
  tri?: Tri | undefined
  /** The columns of the table, in order, with a comma between. */
  champs?: string | undefined
  /** Widths of columns in pixels: `statut:140,pilotes:220`. */
  largeurs?: string | undefined
  /** What the columns of the board are; by statut when absent. */
  par?: Exclude<Par, 'statut'> | undefined
  /** How long a column of the timeline is; a quarter when absent. */
  pas?: 'annee' | undefined
  /** The view that is kept under a name and that this one was at first. */
  enregistree?: string | undefined
}

export const PARS = ['statut', 'priorite', 'service', 'axe'] as const
export type Par = (typeof PARS)[number]

const ORDERS = {
  titre: 'TITRE',
  statut: 'STATUT',
  priorite: 'PRIORITE',
  debut: 'DATE_DEBUT',
  fin: 'DATE_FIN',
  creation: 'CREATED_AT',
} as const satisfies Record<string, FicheOrderField>

export type TriField = keyof typeof ORDERS
type Tri = TriField | `-${TriField}`

export function isTriField(text: string): text is TriField {
  return Object.hasOwn(ORDERS, text)
}

function isTri(text: string): text is Tri {
  return isTriField(text.replace(/^-/, ''))
}

/** How long a search may be, as the server takes it. */
export const MAX_WORDS_CHARACTERS = 200

const among =
  <Value extends string>(values: readonly Value[]) =>
  (value: unknown): Value | undefined =>
    values.find((each) => each === value)

const readVue = among(['cartes', 'colonnes', 'frise'] as const)
const readPar = among(['priorite', 'service', 'axe'] as const)

/** What an address says; what it says wrong is left out. */
export function readFichesSearch(search: Record<string, unknown>): FichesSearch {
  const { vue, q, tri, champs, largeurs, par, pas, enregistree } = search
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const plan = readFilter('plan', search['plan'])
  // A champ is of one plan.
  const isShown = (name: string) => isColonne(name) && (!isChampName(name) || isOnePlan(plan))
  return {
    vue: readVue(vue),
    // A search of digits alone comes as a number.
    q: text(typeof q === 'number' ? String(q) : q)?.slice(0, MAX_WORDS_CHARACTERS),
    tri: typeof tri === 'string' && isTri(tri) ? tri : undefined,
    champs: text(champs)?.split(',').filter(isShown).join(',') || undefined,
    largeurs: text(largeurs),
    par: readPar(par),
    pas: pas === 'annee' ? pas : undefined,
    enregistree: text(enregistree),
    ...Object.fromEntries(FILTER_NAMES.map((name) => [name, readFilter(name, search[name])])),
    ...readChamps(search, plan),
  }
}

/** What fiches are sorted by. */
export function triOf({ tri = 'titre' }: FichesSearch): { field: TriField; isDescending: boolean } {
  const field = tri.replace(/^-/, '')
  return { field: isTriField(field) ? field : 'titre', isDescending: tri.startsWith('-') }
}

export function orderByOf(search: FichesSearch): FicheOrder {
  const { field, isDescending } = triOf(search)
  return { field: ORDERS[field], direction: isDescending ? 'DESC' : 'ASC' }
}

export function hasFilters(search: FichesSearch): boolean {
  return [...FILTER_NAMES, ...champNamesOf(search), 'q' as const].some((name) => search[name] !== undefined)
}

/** The same address without what narrows the list. */
export function withoutFilters(search: FichesSearch): FichesSearch {
  const names = [...FILTER_NAMES, ...champNamesOf(search)]
  return { ...search, q: undefined, ...Object.fromEntries(names.map((name) => [name, undefined])) }
}

/** The filters by champ propre that an address has. */
export function champNamesOf(search: FichesSearch): ChampName[] {
  return Object.keys(search).filter((name): name is ChampName => isChampName(name) && search[name] !== undefined)
}
