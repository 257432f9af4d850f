/*
 * A spreadsheet as the import sees it: plain data, which crosses from the thread that reads the file.
 */

export type CellContent =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  /** `AAAA-MM-JJ` */
  | { kind: 'date'; date: string }
  /** `#REF!` and its like, or a formula whose result is not in the file. */
  | { kind: 'error'; code: string }

export interface SheetCell {
  /** From 1. */
  column: number
  content: CellContent
  /** The content is the last result of a formula. */
  formula: boolean
  /** The cell below the first one of a vertical merge: it shows that one's content and has none of its own. */
  inherited: boolean
}

export interface SheetRow {
  /** From 1. */
  number: number
  /** The cells that hold something, from left to right. */
  cells: SheetCell[]
}

export interface Sheet {
  name: string
  /** The rows that hold something, from top to bottom. */
  rows: SheetRow[]
}

export interface Workbook {
  sheets: Sheet[]
  /** Serial dates count from 1904 (files born on an old Mac), else from 1900. */
  date1904: boolean
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** The column of its letters; null when they are none that a spreadsheet has. */
export function columnNumber(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
