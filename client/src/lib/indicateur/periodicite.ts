import type { Periodicite } from '../../gql/graphql.ts'

const LABELS: Record<Periodicite, string> = { ANNUELLE: 'Une valeur par an', MENSUELLE: 'Une valeur par mois' }

/** How often an indicateur is measured, as a select offers it. */
export const PERIODICITES = Object.entries(LABELS).map(([value, label]) => ({ value, label }))

export function periodiciteLabel(periodicite: Periodicite): string {
  return LABELS[periodicite]
}

export function isPeriodicite(value: string): value is Periodicite {
  return value in LABELS
}
