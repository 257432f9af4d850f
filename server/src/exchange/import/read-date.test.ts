import { describe, expect, test } from 'vitest'
import { readDate } from './read-date.ts'
import type { CellContent } from './sheet.ts'

const read = (content: CellContent, edge: 'first' | 'last' = 'first', date1904 = false) =>
  readDate(content, { edge, date1904 })
const text = (words: string): CellContent => ({ kind: 'text', text: words })
const number = (value: number): CellContent => ({ kind: 'number', number: value })

describe('a day', () => {
  test.each([
    ['31/12/2025', '2025-12-31'],
    ['1/9/2025', '2025-09-01'],
    ['01/09/25', '2025-09-01'],
    ['31-12-2025', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    [' 31/12/2025 ', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['2025/12/31', '2025-12-31'],
    ['2025-12-01T00:00:00.000Z', '2025-12-01'],
    ['2025-12-01 08:30', '2025-12-01'],
    ['1er mars 2025', '2025-03-01'],
    ['15 août 2025', '2025-08-15'],
    ['15 AOUT 2025', '2025-08-15'],
    ['3 févr. 2026', '2026-02-03'],
    ['Lundi 3 mars 2025', '2025-03-03'],
    ['29/02/2028', '2028-02-29'],
    ['47727', '2030-09-01'],
  ])('is read as it is written in %s', (words, day) => {
    expect(read(text(words))).toEqual({ day, rounded: false })
  })

  test('is read from a serial, whatever its time of day', () => {
    expect(read(number(47_727))).toEqual({ day: '2030-09-01', rounded: false })
    expect(read(number(45_992.75))).toEqual({ day: '2025-12-01', rounded: false })
  })

  test('is read from a serial of a workbook that counts from 1904', () => {
    expect(read(number(46_265), 'first', true)).toEqual({ day: '2030-09-01', rounded: false })
  })

  test('is read from a cell which is a date', () => {
    expect(read({ kind: 'date', date: '2025-08-08' })).toEqual({ day: '2025-08-08', rounded: false })
  })
})

describe('a longer time', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['02/2025', '2025-02-01', '2025-02-28'],
    ['mars 2025', '2025-03-01', '2025-03-31'],
    ['Déc. 2025', '2025-12-01', '2025-12-31'],
    ['Juillet 2025', '2025-07-01', '2025-07-31'],
    ['juin 2025', '2025-06-01', '2025-06-30'],
    ['T2 2025', '2025-04-01', '2025-06-30'],
    ['4e trimestre 2025', '2025-10-01', '2025-12-31'],
    ['1er semestre 2026', '2026-01-01', '2026-06-30'],
  ])('%s begins and ends where its first and last days are', (words, first, last) => {
    expect(read(text(words), 'first')).toEqual({ day: first, rounded: true })
    expect(read(text(words), 'last')).toEqual({ day: last, rounded: true })
  })

  test('is a year when a number looks like one', () => {
    expect(read(number(2025), 'last')).toEqual({ day: '2025-12-31', rounded: true })
  })
})

test.each([
  '31/02/2025',
  '29/02/2025',
  '12/31/2025',
  '2025-13',
  '00/00/2025',
  'à définir',
  'mars',
  'depuis 2025',
  '1/1/0025',
  'brumaire 2025',
  '5 2025',
  '123',
])('%s is no date', (words) => {
  expect(read(text(words))).toBeNull()
})

test.each([
  number(-5),
  number(0.5),
  number(1e12),
  { kind: 'boolean', boolean: true } as const,
  { kind: 'date', date: '0201-01-01' } as const,
])('%j is no date of a plan', (content) => {
  expect(read(content)).toBeNull()
})
