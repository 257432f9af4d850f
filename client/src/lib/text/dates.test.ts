import { expect, it } from 'vitest'
import { dateSpan, longDate } from './dates.ts'

it.each([
  ['2026-03-12', '12 mars 2026'],
  ['2026-03-01', '1er mars 2026'],
  ['2024-02-29', '29 février 2024'],
  ['2026-12-31', '31 décembre 2026'],
  ['2026-08-11', '11 août 2026'],
])('writes %s as %s, whatever the time zone', (day, words) => {
  expect(longDate(day)).toBe(words)
})

it.each([
  [{ start: '2026-03-12', end: '2027-01-01' }, 'du 12 mars 2026 au 1er janvier 2027'],
  [{ start: '2026-03-12', end: null }, 'à partir du 12 mars 2026'],
  [{ start: null, end: '2026-03-12' }, 'jusqu’au 12 mars 2026'],
  [{ start: null, end: null }, null],
])('tells the span of %o', (dates, words) => {
  expect(dateSpan(dates)).toBe(words)
})
