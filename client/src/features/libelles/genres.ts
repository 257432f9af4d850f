import type { LabelGenre } from '../../gql/graphql.ts'
import { counted } from '../../lib/text/french.ts'

/** The kinds of labels: how the page calls them, and the filter of the fiches that bear one. */
export const GENRES = {
  STRUCTURE: { label: 'Structures', filter: 'structure' },
  PARTENAIRE: { label: 'Partenaires', filter: 'partenaire' },
  FINANCEUR: { label: 'Financeurs', filter: 'financeur' },
  INSTANCE_GOUVERNANCE: { label: 'Instances de gouvernance', filter: 'instance' },
  TAG: { label: 'Étiquettes', filter: 'tag' },
} as const satisfies Record<LabelGenre, { label: string; filter: string }>

export const FIRST_GENRE: LabelGenre = 'STRUCTURE'

export function isGenre(value: unknown): value is LabelGenre {
  return typeof value === 'string' && Object.hasOwn(GENRES, value)
}

/** How much a label serves, of what one may read. */
export function usesWords(genre: LabelGenre, count: number): string {
  if (count === 0) return 'Ne sert à aucune fiche'
  return genre === 'FINANCEUR'
    ? counted(count, 'ligne de financeurs', 'lignes de financeurs')
    : counted(count, 'fiche', 'fiches')
}
