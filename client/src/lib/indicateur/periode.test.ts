import { describe, expect, it } from 'vitest'
import { currentPeriode, nextPeriode, periodeLabel, readPeriode, shiftPeriode } from './periode.ts'

it('names years and months', () => {
  expect(periodeLabel('2026-01-01', 'ANNUELLE')).toBe('2026')
  expect(periodeLabel('2026-08-01', 'MENSUELLE')).toBe('août 2026')
})

it('goes to the next period, and to others', () => {
  expect(nextPeriode('2026-01-01', 'ANNUELLE')).toBe('2027-01-01')
  expect(nextPeriode('2026-12-01', 'MENSUELLE')).toBe('2027-01-01')
  expect(shiftPeriode('2026-01-01', 'MENSUELLE', -1)).toBe('2025-12-01')
  expect(currentPeriode('MENSUELLE', new Date(2026, 10, 25))).toBe('2026-11-01')
  expect(currentPeriode('ANNUELLE', new Date(2026, 10, 25))).toBe('2026-01-01')
})

describe('readPeriode', () => {
  it.each([
    ['2026', '2026-01-01'],
    ['01/01/2026', '2026-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['mars 2026', null],
    ['26', null],
    ['1899', null],
    ['2201', null],
  ])('reads a year from %j: %j', (text, periode) => {
    expect(readPeriode(text, 'ANNUELLE')).toBe(periode)
  })

  it.each([
    ['Mars 2026', '2026-03-01'],
    ['févr. 2026', '2026-02-01'],
    ['fevrier 2026', '2026-02-01'],
    ['août 2026', '2026-08-01'],
    ['3/2026', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
    ['2026-03', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['13/2026', null],
    ['2026', null],
    ['brumaire 2026', null],
  ])('reads a month from %j: %j', (text, periode) => {
    expect(readPeriode(text, 'MENSUELLE')).toBe(periode)
  })
})
