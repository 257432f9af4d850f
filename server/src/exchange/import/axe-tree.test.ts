import { describe, expect, test } from 'vitest'
import { cellAt, planOfRows } from '../../../test/mapped-plan.ts'
import type { ImportAxe } from './import-plan.ts'

const tree = (axes: readonly ImportAxe[]): unknown => axes.map(({ nom, enfants }) => [nom, tree(enfants)])

describe('axes', () => {
  test('are made once per name under the same parent, in order of appearance', async () => {
    const plan = await planOfRows([
      ['B', 'b1', 'x', 'F1'],
      ['A', 'b1', '', 'F2'],
      [' B ', 'b1', 'y', 'F3'],
      ['B', 'b2', '', 'F4'],
      ['b', '', '', 'F5'],
      ['', '', '', 'F6'],
    ])
    expect(tree(plan.axes)).toEqual([
      [
        'B',
        [
          [
            'b1',
            [
              ['x', []],
              ['y', []],
            ],
          ],
          ['b2', []],
        ],
      ],
      ['A', [['b1', []]]],
      ['b', []],
    ])
    expect(plan.fiches.map(({ axe }) => axe?.nom)).toEqual(['x', 'b1', 'y', 'b2', 'b', undefined])
  })

  test('of the third level hang under the first when the second is empty', async () => {
    const plan = await planOfRows([['A', '', 'z', 'F']])
    expect(tree(plan.axes)).toEqual([['A', [['z', []]]]])
  })

  test('merged over several rows hold every fiche of these rows, and are reported once', async () => {
    const plan = await planOfRows(
      [
        ['A', '', '', 'F1'],
        ['', '', '', 'F2'],
      ],
      (_workbook, sheet) => sheet.mergeCells('A2:A3'),
    )
    expect(plan.fiches.map(({ axe }) => axe?.nom)).toEqual(['A', 'A'])
    expect(plan.cells.filter(({ column }) => column === 'A')).toMatchObject([{ row: 2, created: 'axe' }])
  })

  test('may hold no fiche', async () => {
    const plan = await planOfRows([
      ['A', 'vide'],
      ['A', '', '', 'F'],
    ])
    expect(tree(plan.axes)).toEqual([['A', [['vide', []]]]])
    expect([cellAt(plan, 'A2'), cellAt(plan, 'B2'), cellAt(plan, 'A3')]).toMatchObject([
      { created: 'axe' },
      { created: 'sousAxe' },
      { field: 'axe' },
    ])
  })
})
