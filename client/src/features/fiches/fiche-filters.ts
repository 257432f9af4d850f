import type { FicheChamp } from '../../gql/graphql.ts'
import { CIBLE_LABELS, EFFET_LABELS, PARTICIPATION_LABELS, TEMPS_LABELS } from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'

interface Asked {
  label: string
  group: FilterGroup
  /** What « avec » and « sans » are asked of; nothing where a fiche always says it. */
  champ?: FicheChamp
}

/** One of a few values, in the order of their list. */
interface Choice extends Asked {
  kind: 'choice'
  labels: Readonly<Record<string, string>>
}

/** One of the things that the collectivité has: a service, a person, a label… */
interface Named extends Asked {
  kind: 'named'
}

/** A span of days: at or after, at or before. */
interface Days extends Asked {
  kind: 'days'
}

/** Whether there is any, no more. */
interface Presence extends Asked {
  kind: 'presence'
  champ: FicheChamp
}

/** True or not. */
interface Truth extends Asked {
  kind: 'truth'
  yes: string
  no: string
}

type FicheFilter = Choice | Named | Days | Presence | Truth

export const FILTER_GROUPS = ['Avancement', 'Qui', 'Où', 'De quoi', 'Moyens', 'Textes et suivi'] as const
type FilterGroup = (typeof FILTER_GROUPS)[number]

/** What fiches are filtered by, each by its name in the address. */
export const FILTERS = {
  statut: { kind: 'choice', label: 'Statut', group: 'Avancement', champ: 'STATUT', labels: STATUT_LABELS },
  priorite: { kind: 'choice', label: 'Priorité', group: 'Avancement', champ: 'PRIORITE', labels: PRIORITE_LABELS },
  retard: { kind: 'truth', label: 'Retard', group: 'Avancement', yes: 'En retard', no: 'Pas en retard' },
  debut: { kind: 'days', label: 'Début', group: 'Avancement', champ: 'DATE_DEBUT' },
  fin: { kind: 'days', label: 'Fin', group: 'Avancement', champ: 'DATE_FIN' },
  repetition: { kind: 'truth', label: 'Répétition', group: 'Avancement', yes: 'Tous les ans', no: 'Une seule fois' },
  calendrier: { kind: 'presence', label: 'Calendrier', group: 'Avancement', champ: 'CALENDRIER' },
  temps: {
    kind: 'choice',
    label: 'Temps de mise en œuvre',
    group: 'Avancement',
    champ: 'TEMPS_DE_MISE_EN_OEUVRE',
    labels: TEMPS_LABELS,
  },
  service: { kind: 'named', label: 'Services pilotes', group: 'Qui', champ: 'SERVICES' },
  pilote: { kind: 'named', label: 'Pilotes', group: 'Qui', champ: 'PILOTES' },
  referent: { kind: 'named', label: 'Référents', group: 'Qui', champ: 'REFERENTS' },
  structure: { kind: 'named', label: 'Structures', group: 'Qui', champ: 'STRUCTURES' },
  partenaire: { kind: 'named', label: 'Partenaires', group: 'Qui', champ: 'PARTENAIRES' },
  instance: { kind: 'named', label: 'Instances de gouvernance', group: 'Qui', champ: 'INSTANCES_GOUVERNANCE' },
  plan: { kind: 'named', label: 'Plans', group: 'Où', champ: 'EMPLACEMENTS' },
  restreinte: { kind: 'truth', label: 'Visibilité', group: 'Où', yes: 'Restreinte', no: 'Celle de ses plans' },
  thematique: { kind: 'named', label: 'Thématiques', group: 'De quoi', champ: 'THEMATIQUES' },
  sousThematique: { kind: 'named', label: 'Sous-thématiques', group: 'De quoi', champ: 'SOUS_THEMATIQUES' },
  tag: { kind: 'named', label: 'Étiquettes', group: 'De quoi', champ: 'TAGS' },
  cible: { kind: 'choice', label: 'Cibles', group: 'De quoi', champ: 'CIBLES', labels: CIBLE_LABELS },
  effet: { kind: 'choice', label: 'Effets attendus', group: 'De quoi', champ: 'EFFETS_ATTENDUS', labels: EFFET_LABELS },
  participation: {
    kind: 'choice',
    label: 'Participation citoyenne',
    group: 'De quoi',
    champ: 'PARTICIPATION_CITOYENNE',
    labels: PARTICIPATION_LABELS,
  },
  mesures: { kind: 'presence', label: 'Mesures liées', group: 'De quoi', champ: 'MESURES_LIEES' },
  champsPropres: { kind: 'presence', label: 'Champs propres', group: 'De quoi', champ: 'CHAMPS_PROPRES' },
  budgets: { kind: 'presence', label: 'Budget', group: 'Moyens', champ: 'BUDGETS' },
  financeur: { kind: 'named', label: 'Financeurs', group: 'Moyens', champ: 'FINANCEURS' },
  moyens: { kind: 'presence', label: 'Moyens humains et techniques', group: 'Moyens', champ: 'MOYENS' },
  financements: { kind: 'presence', label: 'Financements', group: 'Moyens', champ: 'FINANCEMENTS' },
  description: { kind: 'presence', label: 'Description', group: 'Textes et suivi', champ: 'DESCRIPTION' },
  objectifs: { kind: 'presence', label: 'Objectifs', group: 'Textes et suivi', champ: 'OBJECTIFS' },
  notes: { kind: 'presence', label: 'Notes de suivi', group: 'Textes et suivi', champ: 'NOTES_SUIVI' },
  indicateur: { kind: 'named', label: 'Indicateurs', group: 'Textes et suivi', champ: 'INDICATEURS' },
  sousActions: { kind: 'presence', label: 'Sous-actions', group: 'Textes et suivi', champ: 'SOUS_ACTIONS' },
  liens: { kind: 'presence', label: 'Fiches liées', group: 'Textes et suivi', champ: 'LIENS' },
} as const satisfies Record<string, FicheFilter>

export type FilterName = keyof typeof FILTERS

export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(FILTERS, name)
}

export const FILTER_NAMES: readonly FilterName[] = Object.keys(FILTERS).filter(isFilterName)

/** What a filter is, whichever it is. */
export function filterOf(name: FilterName): FicheFilter {
  return FILTERS[name]
}

/** The two words that any filter may say instead of values. */
export const AVEC = 'avec'
export const SANS = 'sans'
export const OUI = 'oui'
export const NON = 'non'

const DAY = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text))
}

/** Most values of one filter: as the server compares them. */
export const MAX_VALUES = 100

/** What an address says of a filter, if it can be: the rest is left out. */
export function readFilter(name: FilterName, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  const filter = filterOf(name)
  if (filter.champ !== undefined && (value === AVEC || value === SANS)) return value
  if (filter.kind === 'presence') return undefined
  if (filter.kind === 'truth') return value === OUI || value === NON ? value : undefined
  if (filter.kind === 'days') {
    const { from, to } = daysOf(value)
    return from === null && to === null ? undefined : daysText({ from, to })
  }
  const values = value.split(',').filter((each) => each !== '' && (filter.kind === 'named' || each in filter.labels))
  return values.slice(0, MAX_VALUES).join(',') || undefined
}

/** The values of a filter that names some. */
export function valuesOf(value: string): string[] {
  return value.split(',').filter((each) => each !== '')
}

interface Span {
  /** `YYYY-MM-DD`, both ends in; null where there is none. */
  from: string | null
  to: string | null
}

/** The ends of a span, as an address says them: `2026-01-01..2026-12-31`, either end left out. */
export function daysOf(value: string): Span {
  const [from = '', to = ''] = value.split('..')
  return { from: isDay(from) ? from : null, to: isDay(to) ? to : null }
}

export function daysText({ from, to }: Span): string {
  return `${from ?? ''}..${to ?? ''}`
}
