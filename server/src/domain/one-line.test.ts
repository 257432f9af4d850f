import { expect, it } from 'vitest'
import { oneLine, severalLines } from './one-line.ts'

it.each([
  [' Planter\r\n  des haies\u2028vives ', 'Planter des haies vives'],
  ['Axe\t1', 'Axe 1'],
  ['a\u0000b\u0007c\u009f', 'abc'],
  ['\u0000 ', ''],
  ['seul \ud800', 'seul \ufffd'],
  ['Plan « Cap 2032 »', 'Plan « Cap 2032 »'],
])('reads %j as %j', (text, line) => {
  expect(oneLine(text)).toBe(line)
})

it.each([
  ['\u200b', ''],
  ['\u0085', ''],
  ['\u200d\ufeff\u00ad', ''],
])('finds nothing to read in %j', (text, line) => {
  expect(oneLine(text)).toBe(line)
  expect(severalLines(text)).toBe(line)
})

it('keeps the lines of a text of several, and what can be read of them', () => {
  expect(severalLines(' un\r\ndeux\u0085\ttrois\u0000 👩‍👧\ud800 ')).toBe('un\ndeux\n\ttrois 👩‍👧\ufffd')
})
