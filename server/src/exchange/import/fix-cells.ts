import { columnNumber, type Sheet, type SheetCell, type Workbook } from './sheet.ts'

/** Another value for one cell of the table; empty: as if the cell were. */
export interface CellFix {
  row: number
  /** Letters. */
  column: string
  value: string
}

/** The workbook with some cells of one sheet written anew. A fix of a row or column that is not there changes nothing. */
export function fixCells(
  workbook: Workbook,
  { sheetName, fixes }: { sheetName: string; fixes: readonly CellFix[] },
): Workbook {
  if (fixes.length === 0) return workbook
  const byRow = Map.groupBy(fixes, ({ row }) => row)
  const fixed = (sheet: Sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const own = byRow.get(row.number)
      return own ? { ...row, cells: own.reduce(withFix, row.cells) } : row
    }),
  })
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === sheetName ? fixed(sheet) : sheet)) }
}

function withFix(cells: SheetCell[], { column: letters, value }: CellFix): SheetCell[] {
  const column = columnNumber(letters)
  if (column === null) return cells
  const others = cells.filter((cell) => cell.column !== column)
  if (value.trim() === '') return others
  const cell: SheetCell = { column, content: { kind: 'text', text: value }, formula: false, inherited: false }
  return [...others, cell].toSorted((a, b) => a.column - b.column)
}
