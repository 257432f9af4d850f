import type { Cell, CellErrorValue, CellValue } from 'exceljs'
import type { CellContent, SheetCell } from './sheet.ts'

type Scalar = number | string | boolean | Date | CellErrorValue

/** What a cell holds; null when it holds nothing to see. Styles are left out: only words, numbers and dates are kept. */
export function readCell(cell: Cell): SheetCell | null {
  const inherited = cell.isMerged && cell.master.address !== cell.address
  // A block's content belongs to its first column: the others repeat it for the display only.
  if (inherited && cell.master.col !== cell.col) return null

  const { content, formula } = readValue(cell.value)
  if (!content || (content.kind === 'text' && content.text.trim() === '')) return null
  return { column: Number(cell.col), content, formula, inherited }
}

function readValue(value: CellValue): { content: CellContent | null; formula: boolean } {
  if (value === null || value === undefined) return { content: null, formula: false }
  if (typeof value !== 'object' || value instanceof Date || 'error' in value)
    return { content: scalar(value), formula: false }
  if ('formula' in value || 'sharedFormula' in value) {
    const content =
      value.result === undefined ? { kind: 'error' as const, code: 'formule sans résultat' } : scalar(value.result)
    return { content, formula: true }
  }
  return { content: { kind: 'text', text: textOf(value) }, formula: false }
}

function scalar(value: Scalar): CellContent {
  if (typeof value === 'string') return { kind: 'text', text: cleanLines(value) }
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  if (value instanceof Date) return dateContent(value)
  return { kind: 'error', code: value.error }
}

/** Half a second is added: a serial with a time of day may come out just before midnight. */
const ROUNDING_MS = 500

function dateContent(value: Date): CellContent {
  if (Number.isNaN(value.getTime())) return { kind: 'error', code: 'date illisible' }
  return { kind: 'date', date: new Date(value.getTime() + ROUNDING_MS).toISOString().slice(0, 10) }
}

/** A text in pieces of several styles, or a link: exceljs types a link's text as a string, and reads pieces there too. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanLines(value)
  if (typeof value !== 'object' || value === null) return ''
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((piece: unknown) => textOf(piece)).join('')
  if ('hyperlink' in value && 'text' in value) return withAddress(textOf(value.text), value.hyperlink)
  return 'text' in value ? textOf(value.text) : ''
}

/** The address of a link is kept beside its words when they do not say it. */
function withAddress(text: string, hyperlink: unknown): string {
  if (typeof hyperlink !== 'string' || hyperlink === '' || hyperlink.startsWith('#')) return text
  const bare = hyperlink.replace(/^mailto:/i, '')
  return text.includes(bare) ? text : `${text} (${bare})`
}

/** What neither PostgreSQL nor a page can hold: control characters, the tab and the line end excepted. */
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Well-formed text with one kind of line end. Some writers spell the carriage return `_x000D_`. */
function cleanLines(text: string): string {
  return text
    .replaceAll('_x000D_', '\r')
    .replaceAll(/\r+\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll(UNREADABLE, '')
    .toWellFormed()
}
