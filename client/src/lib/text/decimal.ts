const NNBSP = '\u202f'
const MINUS = '\u2212'

/** Spaces that people, spreadsheets and web pages put between thousands. */
const SPACES = /[\s\u00a0\u202f\u2009']/g

/** A unit after the number, as spreadsheets show it. */
const TRAILING_UNIT = /[%€]$/

const PLAIN = /^-?\d+(?:\.\d+)?$/
const COMMA = /^-?\d+,\d+$/
/** 1.234,5 or 1.234.567 */
const DOTTED_THOUSANDS = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/

/**
 * Reads a number as French people and spreadsheets write it: `12,5`, `1 234,5`, `1.234,5`, `12.5`, `−3`, `45 %`.
 *
 * @returns the exact decimal, with a point, as the API takes it; null where nothing is written; undefined when it is no number
 */
export function readDecimal(text: string): string | null | undefined {
  const bare = text.replaceAll(SPACES, '').replaceAll(MINUS, '-').replace(TRAILING_UNIT, '').replace(/^\+/, '')
  if (bare === '') return text.trim() === '' ? null : undefined
  if (COMMA.test(bare)) return bare.replace(',', '.')
  // « 1.234 » alone is read as a decimal: that is what an export without a locale means by it.
  if (PLAIN.test(bare)) return bare
  if (DOTTED_THOUSANDS.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  return undefined
}

/** Writes an exact decimal as French does: `1 234,5`. */
export function writeDecimal(decimal: string): string {
  const [, sign = '', integer = '', decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const grouped = integer.replaceAll(/\B(?=(?:\d{3})+$)/g, NNBSP)
  return `${sign && MINUS}${grouped}${decimals ? `,${decimals}` : ''}`
}
