import { expect, it } from 'vitest'
import { findLigne, sumOfYears, withMontant, yearsOf, type BudgetLigne } from './budget-grid.ts'

const KEY = { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL' } as const
const ligne = (annee: number | null, montant: string): BudgetLigne => ({ ...KEY, annee, montant, id: `${annee}` })

it('adds the years up without the total, and without rounding', () => {
  expect(sumOfYears([ligne(2026, '0.1'), ligne(2027, '0.2'), ligne(null, '9')])).toBe('0.3')
  expect(sumOfYears([ligne(null, '9')])).toBeNull()
})

it('puts, changes and takes away one amount', () => {
  const added = withMontant([ligne(2026, '1')], { ...KEY, annee: null, montant: '5' })
  expect(findLigne(added, { ...KEY, annee: null })?.montant).toBe('5')
  expect(
    withMontant(added, { ...KEY, annee: 2026, montant: '2' })
      .map(({ montant }) => montant)
      .toSorted(),
  ).toEqual(['2', '5'])
  expect(withMontant(added, { ...KEY, annee: 2026, montant: null })).toHaveLength(1)
})

it('lists each year once, in order', () => {
  expect(yearsOf([ligne(2027, '1'), ligne(null, '1'), ligne(2026, '1'), ligne(2027, '1')])).toEqual([2026, 2027])
})
