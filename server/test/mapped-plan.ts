import type { CellValue } from 'exceljs'
import type { ImportPlan } from '../src/exchange/import/import-plan.ts'
import { mapWorkbook } from '../src/exchange/import/map-workbook.ts'
import { parseWorkbook } from '../src/exchange/import/parse-workbook.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from './spreadsheet-file.ts'

type File = Parameters<typeof spreadsheetFile>[0]

/** What the import reads in a spreadsheet file. */
export async function planOf(file: File): Promise<ImportPlan> {
  return mapWorkbook(await parseWorkbook(await spreadsheetFile(file)))
}

/** The plan of rows under the template's headings; the first of them is row 2. */
export function planOfRows(rows: CellValue[][], change?: File['change']): Promise<ImportPlan> {
  return planOf({ rows: [TEMPLATE_HEADINGS, ...rows], ...(change && { change }) })
}

/** What became of one cell, by its address in the sheet. */
export function cellAt(plan: ImportPlan, address: string): ImportPlan['cells'][number] | undefined {
  return plan.cells.find(({ row, column }) => `${column}${row}` === address)
}
