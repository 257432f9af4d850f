import { Prisma } from '@pupitre/prisma'
import { expect, it } from 'vitest'
import { budgetTotals } from './budget-totals.ts'

const KEY = { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL' } as const
const line = (annee: number | null, montant: string, key: object = {}) => ({
  ...KEY,
  ...key,
  annee,
  montant: new Prisma.Decimal(montant),
})
const told = (lines: Parameters<typeof budgetTotals>[0]) =>
  budgetTotals(lines).map(({ type, nature, montant, given }) => [type, nature, montant.toFixed(), given])

it('takes the total that was given, and never adds it to its years', () => {
  expect(told([line(2026, '10'), line(2027, '20'), line(null, '50')])).toEqual([
    ['INVESTISSEMENT', 'PREVISIONNEL', '50', true],
  ])
})

it('adds the years up exactly where no total was given', () => {
  expect(told([line(2026, '0.1'), line(2027, '0.2')])).toEqual([['INVESTISSEMENT', 'PREVISIONNEL', '0.3', false]])
})

it('keeps types and natures apart', () => {
  const lines = [line(null, '1'), line(2026, '2', { nature: 'REEL' }), line(2026, '3', { type: 'FONCTIONNEMENT' })]
  expect(told(lines)).toEqual([
    ['INVESTISSEMENT', 'PREVISIONNEL', '1', true],
    ['INVESTISSEMENT', 'REEL', '2', false],
    ['FONCTIONNEMENT', 'PREVISIONNEL', '3', false],
  ])
})
