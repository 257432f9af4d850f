import { expect, it } from 'vitest'
import { targetStop } from './tree-keys.ts'

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Tab', 1, null],
  ['a', 1, null],
])('%s on line %i of five goes to %s', (key, current, expected) => {
  expect(targetStop({ key, current, count: 5 })).toBe(expected)
})
