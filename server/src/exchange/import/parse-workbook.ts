import Excel from 'exceljs'
import { guardArchive } from './archive-guard.ts'
import { readCell } from './cell-content.ts'
import { MAX_FILLED_ROWS, MAX_WRITTEN_ROWS } from './import-limits.ts'
import { refusedFile } from './import-refused.ts'
import type { Sheet, SheetRow, Workbook } from './sheet.ts'

/**
 * Reads an .xlsx file into plain rows of cells, every sheet of it.
 * @throws ImportRefusedError when it is not one, or too large.
 */
export async function parseWorkbook(bytes: Uint8Array): Promise<Workbook> {
  await guardArchive(bytes)
  const workbook = new Excel.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    throw refusedFile('Ce classeur est abîmé : ouvrez-le dans un tableur et enregistrez-le à nouveau.')
  }
  // Typed as always there; absent from most files.
  const properties: Partial<Excel.WorkbookProperties> = workbook.properties
  return { sheets: workbook.worksheets.map(readSheet), date1904: properties.date1904 ?? false }
}

function readSheet(worksheet: Excel.Worksheet): Sheet {
  if (worksheet.actualRowCount > MAX_WRITTEN_ROWS) throw tooManyRows(worksheet.name, MAX_WRITTEN_ROWS)
  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    const cells: SheetRow['cells'] = []
    row.eachCell((cell) => {
      const read = readCell(cell)
      if (read) cells.push(read)
    })
    if (cells.length > 0) rows.push({ number, cells })
  })
  if (rows.length > MAX_FILLED_ROWS) throw tooManyRows(worksheet.name, MAX_FILLED_ROWS)
  return { name: worksheet.name, rows }
}

function tooManyRows(sheet: string, limit: number) {
  return refusedFile(`La feuille « ${sheet} » dépasse ${limit.toLocaleString('fr')} lignes.`)
}
