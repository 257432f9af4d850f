import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapWorkbook } from './map-workbook.ts'
import { TEMPLATE_COLUMNS } from './template.ts'
import { columnLetters, type CellContent, type SheetCell, type SheetRow } from './sheet.ts'

const RUNS = 2000

/** Under the template's headings, and one column past them. */
const COLUMNS = TEMPLATE_COLUMNS.length + 1

const SENTENCE = 'Champ texte'

const words = fc.oneof(
  fc.constantFrom(
    'A',
    'B',
    'Une fiche',
    'En retard',
    'Élevé',
    'Voirie, Eau',
    '2025',
    '31/02/2025',
    SENTENCE,
    '-',
    ',',
    '= 1',
    'Sobriété, Autre',
    '12 500 €',
    '01/02/2025 : fait',
    'cae 1.2 Mesure',
  ),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
)

const content: fc.Arbitrary<CellContent> = fc.oneof(
  { weight: 5, arbitrary: words.map((text): CellContent => ({ kind: 'text', text })) },
  fc.double({ noNaN: true }).map((number): CellContent => ({ kind: 'number', number })),
  fc.boolean().map((boolean): CellContent => ({ kind: 'boolean', boolean })),
  fc.constantFrom<CellContent>({ kind: 'date', date: '2025-12-01' }, { kind: 'error', code: '#REF!' }),
)

const cell = fc.record({
  column: fc.integer({ min: 1, max: COLUMNS }),
  content,
  formula: fc.boolean(),
  inherited: fc.boolean(),
})

const row = fc
  .uniqueArray(cell, { selector: ({ column }) => column, maxLength: COLUMNS, size: 'max' })
  .map((cells) => cells.toSorted((a, b) => a.column - b.column))

const headings: SheetRow = {
  number: 1,
  cells: TEMPLATE_COLUMNS.map(({ heading: text }, index) => ({
    column: index + 1,
    content: { kind: 'text', text },
    formula: false,
    inherited: false,
  })),
}

const isSentence = ({ content: held }: SheetCell): boolean => held.kind === 'text' && held.text === SENTENCE

test(`tells of every cell once, whatever ${RUNS} sheets hold`, () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const below = rows.map((cells, index) => ({ number: index + 2, cells }))
      const { cells, fiches } = mapWorkbook({
        sheets: [{ name: 'Feuille', rows: [headings, ...below] }],
        date1904: false,
      })

      const told = cells.map(({ row: at, column }) => `${column}${at}`)
      expect(new Set(told).size).toBe(told.length)
      const owed = below.flatMap(({ number, cells: held }) =>
        held
          .filter(({ inherited }) => !inherited)
          .map((each) => ({ address: `${columnLetters(each.column)}${number}`, each })),
      )
      // A row of the template's own sentences may leave these out, and nothing else.
      const dropped = owed.filter(({ address }) => !told.includes(address))
      expect(dropped.filter(({ each }) => !isSentence(each))).toEqual([])
      expect(told.filter((address) => !owed.some((one) => one.address === address))).toEqual([])

      for (const fiche of fiches) {
        expect(fiche.titre.trim()).not.toBe('')
        if (fiche.dateDebut && fiche.dateFin) expect(fiche.dateDebut <= fiche.dateFin).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('names column %i %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})
