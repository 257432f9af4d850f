import { expect, it } from 'vitest'
import { dateSpan, localDay, longDate } from './dates.ts'

it.each([
  ['2026-03-12', '12_mars_2026'],
  ['2026-03-01', '1er_mars_2026'],
  ['2024-02-29', '29_février_2024'],
  ['2026-12-31', '31_décembre_2026'],
  ['2026-08-11', '11_août_2026'],
])('writes %s as %s, in one piece, whatever the time zone', (day, words) => {
  expect(longDate(day)).toBe(inOnePiece(words))
})

it.each([
  [{ start: '2026-03-12', end: '2027-01-01' }, 'du 12_mars_2026 au_1er_janvier_2027'],
  [{ start: '2026-03-12', end: null }, 'à partir du 12_mars_2026'],
  [{ start: null, end: '2026-03-12' }, 'jusqu’au 12_mars_2026'],
])('tells the span of %o', (dates, words) => {
  expect(dateSpan(dates)).toBe(inOnePiece(words))
})

it('tells no span without a day', () => {
  expect(dateSpan({ start: null, end: null })).toBeNull()
})

it('tells the day of an instant where the reader is, to the last minute of it', () => {
  expect(localDay(new Date(2026, 2, 12, 0, 0).toISOString())).toBe('2026-03-12')
  expect(localDay(new Date(2026, 2, 12, 23, 59).toISOString())).toBe('2026-03-12')
})

/** `_` stands for the spaces where no line is broken. */
function inOnePiece(words: string): string {
  return words.replaceAll('_', '\u00a0')
}
