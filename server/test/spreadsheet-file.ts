import Excel from 'exceljs'

/** The template's first headings, in its own spelling. */
export const TEMPLATE_HEADINGS = [
  'Axe (x)',
  'Sous-axe (x.x)',
  'Sous-sous axe (x.x.x)',
  'Titre de la fiche action',
  'Descriptif',
  'Direction ou service pilote',
  'Statut ',
  'Niveau de priorité',
  'Date de début',
  'Date de fin',
]

interface SpreadsheetParts {
  /** Each row from the first one down; a null cell is empty. */
  rows: Excel.CellValue[][]
  /** For what rows do not say: merges, other sheets. */
  change?: (workbook: Excel.Workbook, sheet: Excel.Worksheet) => void
}

/** A real .xlsx file with these rows in its first sheet. */
export async function spreadsheetFile({ rows, change }: SpreadsheetParts): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('Feuille')
  for (const row of rows) sheet.addRow(row)
  change?.(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
