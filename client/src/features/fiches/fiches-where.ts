import type { DateFilter, FicheChamp, FicheWhere } from '../../gql/graphql.ts'
import { addDays } from '../../lib/text/days.ts'
import { CIBLE_LABELS, EFFET_LABELS, PARTICIPATION_LABELS, TEMPS_LABELS } from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { AVEC, daysOf, type FilterName, FILTER_NAMES, filterOf, OUI, SANS, valuesOf } from './fiche-filters.ts'
import { champWhere } from './champ-filters.ts'
import { champNamesOf, type FichesSearch } from './fiches-search.ts'

/** The condition that the server is asked for an address: the fiches of a collectivité which answer all its filters. */
export function whereOf(search: FichesSearch, collectiviteId: string): FicheWhere {
  const { q, statut, priorite, retard, debut, fin, repetition, restreinte, temps, participation, cible, effet } = search
  const avec = champsOf(search, AVEC)
  const sans = champsOf(search, SANS)
  return {
    collectivite: { equals: collectiviteId },
    ...(q !== undefined && { recherche: q }),
    ...(avec.length > 0 && { avec }),
    ...(sans.length > 0 && { sans }),
    ...(names(statut) && { statut: { in: keysIn(STATUT_LABELS, statut) } }),
    ...(names(priorite) && { priorite: { in: keysIn(PRIORITE_LABELS, priorite) } }),
    ...(names(temps) && { tempsDeMiseEnOeuvre: { in: keysIn(TEMPS_LABELS, temps) } }),
    ...(names(participation) && { participationCitoyenne: { in: keysIn(PARTICIPATION_LABELS, participation) } }),
    ...(names(cible) && { cible: { in: keysIn(CIBLE_LABELS, cible) } }),
    ...(names(effet) && { effetAttendu: { in: keysIn(EFFET_LABELS, effet) } }),
    ...(names(debut) && { dateDebut: dateFilter(debut) }),
    ...(names(fin) && { dateFin: dateFilter(fin) }),
    ...(retard !== undefined && { enRetard: retard === OUI }),
    ...(repetition !== undefined && { ameliorationContinue: repetition === OUI }),
    ...(restreinte !== undefined && { restreinte: restreinte === OUI }),
    ...objectsOf(search),
    ...champsPropresOf(search),
  }
}

const OBJECTS = {
  service: 'service',
  pilote: 'pilote',
  referent: 'referent',
  structure: 'structure',
  partenaire: 'partenaire',
  instance: 'instanceGouvernance',
  plan: 'plan',
  thematique: 'thematique',
  sousThematique: 'sousThematique',
  tag: 'tag',
  financeur: 'financeur',
  indicateur: 'indicateur',
} as const satisfies Partial<Record<FilterName, keyof FicheWhere>>

function isObject(name: FilterName): name is keyof typeof OBJECTS {
  return Object.hasOwn(OBJECTS, name)
}

function objectsOf(search: FichesSearch): FicheWhere {
  const asked = FILTER_NAMES.flatMap((name) => {
    const value = search[name]
    return isObject(name) && names(value) ? [[OBJECTS[name], { in: valuesOf(value) }] as const] : []
  })
  return Object.fromEntries(asked)
}

function champsPropresOf(search: FichesSearch): FicheWhere {
  const champsPropres = champNamesOf(search).flatMap((name) => champWhere(name, search[name] ?? ''))
  return champsPropres.length > 0 ? { champsPropres } : {}
}

function champsOf(search: FichesSearch, word: string): FicheChamp[] {
  return FILTER_NAMES.flatMap((name) => {
    const { champ } = filterOf(name)
    return champ !== undefined && search[name] === word ? [champ] : []
  })
}

/** Whether a filter names values, rather than only that there are some or none. */
function names(value: string | undefined): value is string {
  return value !== undefined && value !== AVEC && value !== SANS
}

function keysIn<Key extends string>(labels: Readonly<Record<Key, string>>, value: string): Key[] {
  const isKey = (text: string): text is Key => Object.hasOwn(labels, text)
  return valuesOf(value).filter(isKey)
}

/** The server leaves out the days that it is given: both ends of a span are in. */
function dateFilter(value: string): DateFilter {
  const { from, to } = daysOf(value)
  return { ...(from !== null && { after: addDays(from, -1) }), ...(to !== null && { before: addDays(to, 1) }) }
}
