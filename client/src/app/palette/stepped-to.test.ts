import { expect, it } from 'vitest'
import { steppedTo } from './stepped-to.ts'

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 19, 0],
  ['ArrowUp', 0, 19],
  ['ArrowUp', 5, 4],
  ['PageDown', 0, 8],
  ['PageDown', 15, 19],
  ['PageUp', 3, 0],
  ['Home', 3, null],
  ['a', 3, null],
])('%s from %i goes to %s among twenty', (key, current, next) => {
  expect(steppedTo({ key, current, count: 20 })).toBe(next)
})
