import { expect, it } from 'vitest'
import { montantText, readMontant } from './montant.ts'

it.each([
  ['12500', 'EUROS_HT', '12\u202f500\u00a0€'],
  ['402315.4', 'EUROS_HT', '402\u202f315,40\u00a0€'],
  ['402315.00', 'EUROS_HT', '402\u202f315\u00a0€'],
  ['0.25', 'ETP', '0,25\u00a0ETP'],
] as const)('writes %s %s as French does', (montant, unite, text) => {
  expect(montantText(montant, unite)).toBe(text)
})

it.each([
  ['12 500,50 €', '12500.50'],
  ['12\u202f500\u00a0€ HT', '12500'],
  ['1 234,5', '1234.5'],
  ['402\u202f315,40\u00a0€', '402315.40'],
  ['0,5 ETP', '0.5'],
  ['999999999999.99', '999999999999.99'],
  ['1000000000000', null],
  ['1,234', null],
  ['-3', null],
  ['beaucoup', null],
  ['', null],
])('reads %j as %j', (text, montant) => {
  expect(readMontant(text)).toBe(montant)
})
