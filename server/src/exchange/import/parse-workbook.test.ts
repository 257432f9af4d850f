import { describe, expect, test } from 'vitest'
import { spreadsheetFile } from '../../../test/spreadsheet-file.ts'
import { MAX_FILLED_ROWS, MAX_WRITTEN_ROWS } from './import-limits.ts'
import { parseWorkbook } from './parse-workbook.ts'
import type { SheetCell } from './sheet.ts'

async function cellsOf(rows: Parameters<typeof spreadsheetFile>[0]): Promise<SheetCell[]> {
  const { sheets } = await parseWorkbook(await spreadsheetFile(rows))
  return sheets[0]?.rows.flatMap(({ cells }) => cells) ?? []
}

describe('a cell', () => {
  test.each([
    ['a text', 'Axe 1', { kind: 'text', text: 'Axe 1' }],
    ['a text of several lines', 'un\r\ndeux', { kind: 'text', text: 'un\ndeux' }],
    ['every kind of line end', 'un\rdeux_x000D_\ntrois\u2028quatre', { kind: 'text', text: 'un\ndeux\ntrois\nquatre' }],
    ['what no page can hold', 'un\u0085\u009fdeux\ttrois', { kind: 'text', text: 'un\ndeux\ttrois' }],
    ['a number', 47_727, { kind: 'number', number: 47_727 }],
    ['a boolean', true, { kind: 'boolean', boolean: true }],
    ['a date', new Date('2025-12-01T00:00:00Z'), { kind: 'date', date: '2025-12-01' }],
    ['a date a moment before midnight', new Date('2025-11-30T23:59:59.999Z'), { kind: 'date', date: '2025-12-01' }],
    ['an error', { error: '#REF!' as const }, { kind: 'error', code: '#REF!' }],
    [
      'a text in pieces',
      { richText: [{ text: 'Un ' }, { text: 'deux', font: { bold: true } }] },
      { kind: 'text', text: 'Un deux' },
    ],
    [
      'a link',
      { text: 'le site', hyperlink: 'https://exemple.fr/a' },
      { kind: 'text', text: 'le site (https://exemple.fr/a)' },
    ],
    ['an address', { text: 'a@exemple.fr', hyperlink: 'mailto:a@exemple.fr' }, { kind: 'text', text: 'a@exemple.fr' }],
  ])('is read when it holds %s', async (_what, value, content) => {
    expect(await cellsOf({ rows: [[value]] })).toEqual([{ column: 1, content, formula: false, inherited: false }])
  })

  test('holds the last result of its formula', async () => {
    const rows = [
      [{ formula: 'A2+1', result: 12 }, { formula: 'A2', result: { error: '#DIV/0!' as const } }, { formula: 'B9' }],
    ]
    expect(await cellsOf({ rows })).toEqual([
      { column: 1, content: { kind: 'number', number: 12 }, formula: true, inherited: false },
      { column: 2, content: { kind: 'error', code: '#DIV/0!' }, formula: true, inherited: false },
      { column: 3, content: { kind: 'error', code: 'formule sans résultat' }, formula: true, inherited: false },
    ])
  })

  test('is not read when it holds nothing but spaces', async () => {
    expect(await cellsOf({ rows: [['  \n ', null, '']] })).toEqual([])
  })
})

test('repeats a vertical merge in each of its rows, and a horizontal one nowhere', async () => {
  const cells = await cellsOf({
    rows: [
      ['Axe', 'a', 'Large'],
      [null, 'b'],
      [null, 'c'],
    ],
    change: (_workbook, sheet) => {
      sheet.mergeCells('A1:A3')
      sheet.mergeCells('C1:D2')
    },
  })
  expect(cells.map(({ column, content, inherited }) => [column, 'text' in content && content.text, inherited])).toEqual(
    [
      [1, 'Axe', false],
      [2, 'a', false],
      [3, 'Large', false],
      [1, 'Axe', true],
      [2, 'b', false],
      [3, 'Large', true],
      [1, 'Axe', true],
      [2, 'c', false],
    ],
  )
})

test('says whether serial dates count from 1904', async () => {
  const bytes = await spreadsheetFile({
    rows: [['a']],
    change: (workbook) => Object.assign(workbook.properties, { date1904: true }),
  })
  expect(await parseWorkbook(bytes)).toMatchObject({ date1904: true })
  expect(await parseWorkbook(await spreadsheetFile({ rows: [['a']] }))).toMatchObject({ date1904: false })
})

describe('a sheet', () => {
  test(`is read up to ${MAX_FILLED_ROWS} rows with something in them`, async () => {
    const filled = (count: number) => spreadsheetFile({ rows: Array.from({ length: count }, () => ['x']) })
    expect((await parseWorkbook(await filled(MAX_FILLED_ROWS))).sheets[0]?.rows).toHaveLength(MAX_FILLED_ROWS)
    await expect(parseWorkbook(await filled(MAX_FILLED_ROWS + 1))).rejects.toThrow(/dépasse 5\s000 lignes/)
  })

  test(`is refused past ${MAX_WRITTEN_ROWS} rows, empty ones included`, async () => {
    const styled = (count: number) =>
      spreadsheetFile({
        rows: [['x']],
        change: (_workbook, sheet) => {
          for (let row = 2; row <= count; row++) sheet.getCell(row, 1).value = ' '
        },
      })
    expect((await parseWorkbook(await styled(MAX_WRITTEN_ROWS))).sheets[0]?.rows).toHaveLength(1)
    await expect(parseWorkbook(await styled(MAX_WRITTEN_ROWS + 1))).rejects.toThrow(/dépasse 20\s000 lignes/)
  })
})
