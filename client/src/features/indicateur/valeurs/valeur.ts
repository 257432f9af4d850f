/** What is said of one period. */
export interface Valeur {
  periode: string
  /** Exact decimals, as the API gives them. */
  objectif: string | null
  realise: string | null
  commentaire: string
}

/** The parts of a value, in the order of the grid's columns. */
export const PARTS = ['objectif', 'realise', 'commentaire'] as const
export type Part = (typeof PARTS)[number]

export const PART_LABELS: Record<Part, string> = {
  objectif: 'Objectif',
  realise: 'Réalisé',
  commentaire: 'Commentaire',
}

/** One part of one period to change; null takes it away. */
export interface CellChange {
  periode: string
  part: Part
  value: string | null
}

export function emptyValeur(periode: string): Valeur {
  return { periode, objectif: null, realise: null, commentaire: '' }
}

/** A value with some of its cells changed. */
export function withChanges(valeur: Valeur, changes: readonly CellChange[]): Valeur {
  return changes
    .filter(({ periode }) => periode === valeur.periode)
    .reduce(
      (changed, { part, value }) => ({ ...changed, [part]: part === 'commentaire' ? (value ?? '') : value }),
      valeur,
    )
}

/** Changes as the API takes them: one entry per period, which names only what changes. */
export function asInput(changes: readonly CellChange[]) {
  const periodes = Map.groupBy(changes, ({ periode }) => periode)
  return [...periodes].map(([periode, cells]) => ({
    periode,
    ...Object.fromEntries(cells.map(({ part, value }) => [part, value])),
  }))
}
