import type { BudgetNature, BudgetType, BudgetUnite } from '@pupitre/prisma'
import type { BudgetLine } from './budget-totals.ts'

const NBSP = '\u00A0'
const TYPES: Record<BudgetType, string> = {
  INVESTISSEMENT: 'investissement',
  FONCTIONNEMENT: 'fonctionnement',
  NON_PRECISE: 'type non précisé',
}
const NATURES: Record<BudgetNature, string> = { PREVISIONNEL: 'prévisionnel', REEL: 'réel' }
const UNITES: Record<BudgetUnite, string> = { EUROS_HT: `€${NBSP}HT`, ETP: 'ETP' }
const AMOUNT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

/** A line in words: « investissement, prévisionnel, 2026 : 12 500 € HT ». */
export function ligneWords({ type, unite, nature, annee, montant }: BudgetLine): string {
  const amount = `${AMOUNT.format(montant.toNumber())}${NBSP}${UNITES[unite]}`
  return `${TYPES[type]}, ${NATURES[nature]}, ${annee ?? 'total'}${NBSP}: ${amount}`
}
