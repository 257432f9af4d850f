import { expect, it } from 'vitest'
import { oneLine } from './one-line.ts'

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
