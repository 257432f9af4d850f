import Excel from 'exceljs'

/** An .xlsx file of one sheet, as a spreadsheet program saves it. */
export async function planFile(rows: (string | Date | null)[][]): Promise<Buffer> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('Plan').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
