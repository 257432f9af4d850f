import type { BudgetNature, BudgetType, BudgetUnite } from '../../../../gql/graphql.ts'

export interface BudgetKey {
  type: BudgetType
  unite: BudgetUnite
  nature: BudgetNature
  /** null: the total. */
  annee: number | null
}

export interface BudgetLigne extends BudgetKey {
  id: string
  montant: string
}

/** What one table of the budget is about. */
export type BudgetGroup = Pick<BudgetKey, 'type' | 'unite'>

export const TYPE_LABELS: Record<BudgetType, string> = {
  INVESTISSEMENT: 'Investissement',
  FONCTIONNEMENT: 'Fonctionnement',
  NON_PRECISE: 'Type non précisé',
}
export const UNITE_LABELS: Record<BudgetUnite, string> = { EUROS_HT: '€\u00a0HT', ETP: 'ETP' }
export const NATURE_LABELS: Record<BudgetNature, string> = { PREVISIONNEL: 'Prévisionnel', REEL: 'Réel' }
export const NATURES = ['PREVISIONNEL', 'REEL'] as const satisfies readonly BudgetNature[]

/** Every table that a budget may have, in the order of the page. */
export const GROUPS: readonly BudgetGroup[] = (['EUROS_HT', 'ETP'] as const).flatMap((unite) =>
  (['INVESTISSEMENT', 'FONCTIONNEMENT', 'NON_PRECISE'] as const).map((type) => ({ type, unite })),
)

export function groupKey({ type, unite }: BudgetGroup): string {
  return `${type}-${unite}`
}

export function groupLabel({ type, unite }: BudgetGroup): string {
  return `${TYPE_LABELS[type]}, ${UNITE_LABELS[unite]}`
}

export function isOf({ type, unite }: BudgetGroup): (ligne: BudgetKey) => boolean {
  return (ligne) => ligne.type === type && ligne.unite === unite
}

/** The years that the lines are of, in order. */
export function yearsOf(lignes: readonly BudgetKey[]): number[] {
  return [...new Set(lignes.flatMap(({ annee }) => annee ?? []))].toSorted((a, b) => a - b)
}

export function findLigne(lignes: readonly BudgetLigne[], key: BudgetKey): BudgetLigne | null {
  return lignes.find((ligne) => isOf(key)(ligne) && ligne.nature === key.nature && ligne.annee === key.annee) ?? null
}

/** The sum of the years of one nature, in the smallest unit so that nothing is rounded; null where there is none. */
export function sumOfYears(lignes: readonly BudgetLigne[]): string | null {
  const years = lignes.filter(({ annee }) => annee !== null)
  if (years.length === 0) return null
  return String(years.reduce((sum, { montant }) => sum + Math.round(Number(montant) * 100), 0) / 100)
}

/** The lines with one amount put, changed, or taken away (null). */
export function withMontant(
  lignes: readonly BudgetLigne[],
  { montant, ...key }: BudgetKey & { montant: string | null },
): BudgetLigne[] {
  const there = findLigne(lignes, key)
  const others = lignes.filter((ligne) => ligne !== there)
  return montant === null ? others : [...others, { ...key, id: there?.id ?? 'new', montant }]
}
