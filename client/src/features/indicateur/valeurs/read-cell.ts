import { readDecimal } from '../../../lib/text/decimal.ts'
import { type CellChange, type Part, PART_LABELS } from './valeur.ts'

/** As much as the server keeps of a number. */
const MAX_INTEGER_DIGITS = 15
const MAX_DECIMALS = 6

export const UNREADABLE = 'Écrivez un nombre, comme 12,5.'
const TOO_LONG = `Un nombre compte au plus ${MAX_INTEGER_DIGITS} chiffres et ${MAX_DECIMALS} décimales.`

/** What a cell says: its value for the API, or what is wrong with it. */
export type ReadCell = { value: string | null; problem?: never } | { problem: string; value?: never }

/** Reads the text of a cell. */
export function readCell(part: Part, text: string): ReadCell {
  if (part === 'commentaire') return { value: text.trim() || null }
  const decimal = readDecimal(text)
  if (decimal === undefined) return { problem: UNREADABLE }
  if (decimal === null) return { value: null }
  const [, integer = '', decimals = ''] = /^-?0*(\d*)(?:\.(\d*?)0*)?$/.exec(decimal) ?? []
  if (integer.length > MAX_INTEGER_DIGITS || decimals.length > MAX_DECIMALS) return { problem: TOO_LONG }
  return { value: decimal }
}

/** Names a cell, for screen readers and messages: « Réalisé, 2026 ». */
export function cellLabel({ part, periode }: { part: Part; periode: string }): string {
  return `${PART_LABELS[part]}, ${periode}`
}

/** Whether a change says something new. */
export function changes(before: string | null, { value }: Pick<CellChange, 'value'>): boolean {
  return (before ?? '') !== (value ?? '')
}
