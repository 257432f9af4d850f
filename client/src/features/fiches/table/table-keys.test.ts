import { expect, it } from 'vitest'
import { cellAfter } from './table-keys.ts'

const SIZE = { rows: 100, firstColumn: 1, lastColumn: 5 }
const from = { row: 50, column: 3 }
const after = (key: string, ctrlKey = false, cell = from) => cellAfter(cell, { key, ctrlKey }, SIZE)

it.each([
  ['ArrowUp', { row: 49, column: 3 }],
  ['ArrowDown', { row: 51, column: 3 }],
  ['ArrowLeft', { row: 50, column: 2 }],
  ['ArrowRight', { row: 50, column: 4 }],
  ['PageUp', { row: 40, column: 3 }],
  ['PageDown', { row: 60, column: 3 }],
  ['Home', { row: 50, column: 1 }],
  ['End', { row: 50, column: 5 }],
])('goes by %s', (key, cell) => {
  expect(after(key)).toEqual(cell)
})

it('goes to the corners with Ctrl', () => {
  expect(after('Home', true)).toEqual({ row: 0, column: 1 })
  expect(after('End', true)).toEqual({ row: 99, column: 5 })
})

it('stays in the grid, and leaves other keys alone', () => {
  expect(after('ArrowUp', false, { row: 0, column: 1 })).toEqual({ row: 0, column: 1 })
  expect(after('PageDown', false, { row: 95, column: 5 })).toEqual({ row: 99, column: 5 })
  expect(after('a')).toBeNull()
})
