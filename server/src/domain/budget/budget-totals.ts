import { type BudgetNature, type BudgetType, type BudgetUnite, Prisma } from '@pupitre/prisma'

export interface BudgetLine {
  type: BudgetType
  unite: BudgetUnite
  nature: BudgetNature
  annee: number | null
  montant: Prisma.Decimal
}

export interface BudgetTotal extends Omit<BudgetLine, 'annee'> {
  /** Whether the total was given as such, rather than added up from the years. */
  given: boolean
}

/**
 * The total of each type, unit and nature that a budget has lines of, in the order of the lines. A total given as such is the
 * total, and is never added to its years; without one, the years are added up.
 */
export function budgetTotals(lines: readonly BudgetLine[]): BudgetTotal[] {
  const groups = Map.groupBy(lines, ({ type, unite, nature }) => `${type} ${unite} ${nature}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { type, unite, nature } = first
    const total = group.find(({ annee }) => annee === null)
    const montant = total?.montant ?? group.reduce((sum, line) => sum.plus(line.montant), new Prisma.Decimal(0))
    return [{ type, unite, nature, montant, given: total !== undefined }]
  })
}
