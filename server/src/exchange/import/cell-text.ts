import type { CellContent } from './sheet.ts'

/** A cell's content as words, the way a French spreadsheet shows it. */
export function cellText(content: CellContent): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'number':
      return String(content.number).replace('.', ',')
    case 'boolean':
      return content.boolean ? 'VRAI' : 'FAUX'
    case 'date':
      return content.date.split('-').toReversed().join('/')
    case 'error':
      return content.code
  }
}

/** The same on one line, without spaces around: a title, the name of an axe. */
export function cellLine(content: CellContent): string {
  return cellText(content)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
}

/** A cell's content as the report gives it back: numbers and booleans stay what they are. */
export function cellValue(content: CellContent): string | number | boolean {
  if (content.kind === 'number') return content.number
  if (content.kind === 'boolean') return content.boolean
  return content.kind === 'date' ? content.date : cellText(content)
}
