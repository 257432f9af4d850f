import { expect, it } from 'vitest'
import { gridMove } from './grid-keys.ts'

const at = (start: number, end = start) => ({ start, end, length: 4 })

it.each([
  ['ArrowDown', false, at(2), { rows: 1, columns: 0 }],
  ['ArrowUp', false, at(2), { rows: -1, columns: 0 }],
  ['Enter', false, at(2), { rows: 1, columns: 0 }],
  ['Enter', true, at(2), { rows: -1, columns: 0 }],
  ['ArrowLeft', false, at(0), { rows: 0, columns: -1 }],
  ['ArrowLeft', false, at(2), null],
  ['ArrowRight', false, at(4), { rows: 0, columns: 1 }],
  ['ArrowRight', false, at(2), null],
  ['ArrowRight', false, at(0, 4), { rows: 0, columns: 1 }],
  ['ArrowRight', false, at(1, 3), null],
  ['ArrowRight', true, at(4), null],
  ['Tab', false, at(4), null],
  ['a', false, at(4), null],
])('%s, shift %s, at %o: %o', (key, shiftKey, caret, move) => {
  expect(gridMove({ key, shiftKey }, caret)).toEqual(move)
})
