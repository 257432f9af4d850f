import type { Priorite, Statut } from '../../gql/graphql.ts'

/** What the page calls each statut, in the order of a fiche's life. */
export const STATUT_LABELS: Record<Statut, string> = {
  A_VENIR: 'À venir',
  A_DISCUTER: 'À discuter',
  EN_COURS: 'En cours',
  REALISE: 'Réalisé',
  EN_PAUSE: 'En pause',
  BLOQUE: 'Bloqué',
  ABANDONNE: 'Abandonné',
}

export const PRIORITE_LABELS: Record<Priorite, string> = {
  ELEVE: 'Élevé',
  MOYEN: 'Moyen',
  BAS: 'Bas',
}

/** What lists show of a fiche whose title is empty for now. */
export const UNTITLED = 'Fiche sans titre'

/** Reads a statut of an address. */
export function isStatut(value: unknown): value is Statut {
  return typeof value === 'string' && Object.hasOwn(STATUT_LABELS, value)
}
