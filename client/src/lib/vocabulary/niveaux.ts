import type { Ouverture } from '../../gql/graphql.ts'

/** What the page calls each level, from the least to the most. */
export const NIVEAU_LABELS: Record<Ouverture, string> = {
  LIRE: 'Lire',
  COMMENTER: 'Commenter',
  CONTRIBUER: 'Contribuer',
  EDITER: 'Éditer',
}

export const NIVEAUX: readonly Ouverture[] = ['LIRE', 'COMMENTER', 'CONTRIBUER', 'EDITER']

/** Reads a level chosen in a form. */
export function isNiveau(value: string): value is Ouverture {
  return value in NIVEAU_LABELS
}
