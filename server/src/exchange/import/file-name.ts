import { refusedFile } from './import-refused.ts'

/** What to do with the files that people try, by their ending. */
const SENTENCES: Record<string, string> = {
  csv: 'Les fichiers .csv ne sont pas pris en charge : ouvrez-le dans un tableur et enregistrez-le au format Excel (.xlsx).',
  xls: 'L’ancien format .xls n’est pas pris en charge : enregistrez le classeur au format Excel (.xlsx).',
  xlsm: 'Ce classeur peut contenir des macros : enregistrez-le au format .xlsx, sans macros.',
  ods: 'Les fichiers .ods ne sont pas pris en charge : enregistrez le classeur au format Excel (.xlsx).',
}

/**
 * Lets through the name of an Excel workbook. What the file really is, its content tells.
 * @throws ImportRefusedError
 */
export function demandXlsxName(fileName: string): void {
  const ending = /\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  if (ending === 'xlsx') return
  throw refusedFile(SENTENCES[ending] ?? 'On importe un classeur Excel : le nom du fichier finit par .xlsx.')
}

/** The name that a file gives a plan, without its folder and its ending. */
export function nameOfFile(fileName: string): string {
  const stem = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]+$/, '')
    .trim()
  return stem === '' ? 'Plan importé' : stem
}
