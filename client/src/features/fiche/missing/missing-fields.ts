import type { Statut } from '../../../gql/graphql.ts'

/** What one looks for first in a fiche, by its place in the page, as a sentence calls it where it is missing. */
export const MISSING_NAMES = {
  description: 'une description',
  statut: 'un statut',
  services: 'un service pilote',
  pilotes: 'un pilote',
  dateFin: 'une date de fin',
  budget: 'un budget',
  indicateurs: 'un indicateur',
} as const

export type MissingField = keyof typeof MISSING_NAMES

/** What a sous-action leaves to the fiche above it. */
const OF_THE_PARENT: ReadonlySet<MissingField> = new Set(['description', 'services', 'budget', 'indicateurs'])

interface Said {
  /** Null while its text has not come. */
  description: string | null
  statut?: Statut | null
  dateFin?: string | null
  ameliorationContinue: boolean
  parent?: object | null
  services: readonly object[]
  pilotes: readonly object[]
  budgets: readonly object[]
  indicateurs: readonly object[]
}

/**
 * What a fiche does not say yet, in the order of the sentence. Nothing is asked of an action that was given up, nor an end of
 * one that is repeated.
 */
export function missingFields(fiche: Said): MissingField[] {
  if (fiche.statut === 'ABANDONNE') return []
  const isMissing: Record<MissingField, boolean> = {
    description: fiche.description === '',
    statut: fiche.statut == null,
    services: fiche.services.length === 0,
    pilotes: fiche.pilotes.length === 0,
    dateFin: fiche.dateFin == null && !fiche.ameliorationContinue,
    budget: fiche.budgets.length === 0,
    indicateurs: fiche.indicateurs.length === 0,
  }
  return FIELDS.filter((field) => isMissing[field] && !(fiche.parent && OF_THE_PARENT.has(field)))
}

const isField = (name: string): name is MissingField => name in MISSING_NAMES
const FIELDS = Object.keys(MISSING_NAMES).filter(isField)
