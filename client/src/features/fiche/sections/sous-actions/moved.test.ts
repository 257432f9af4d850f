import { expect, it } from 'vitest'
import { moved } from './moved.ts'

const LIST = [...'abc'].map((id) => ({ id }))
const order = (id: string, step: -1 | 1) =>
  moved(LIST, { id, step })
    .map((item) => item.id)
    .join('')

it.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
] as const)('moves %s by %i: %s', (id, step, expected) => {
  expect(order(id, step)).toBe(expected)
})
