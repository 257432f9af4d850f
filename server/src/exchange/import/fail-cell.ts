import type { ImportProblem } from './import-refused.ts'
import type { RowCells } from './row-cells.ts'
import { columnLetters, type SheetCell } from './sheet.ts'

/** Refuses a cell that forbids the whole import until it is mended. */
export function failCell(
  cells: RowCells,
  { cell, errors, message }: { cell: SheetCell; errors: ImportProblem[]; message: string },
): void {
  cells.refuse(cell, message)
  errors.push({ row: cells.number, column: columnLetters(cell.column), message })
}
