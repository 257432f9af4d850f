import type { CellContent } from './sheet.ts'

/** What the columns hold: twelve digits before the point. */
const MAX_MONTANT = 1e12

export interface ReadMontant {
  /** « 12500.50 » */
  montant: string
  /** There were more than two decimals. */
  rounded: boolean
}

/** Reads an amount, from a number or from words such as « 12 500,50 € HT »; null when it is none, negative, or out of bounds. */
export function readMontant(content: CellContent): ReadMontant | null {
  if (content.kind === 'number') return ofNumber(content.number)
  if (content.kind !== 'text') return null
  const bare = content.text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/(?:€|euros?)?(?:HT)?$|€HT$/i, '')
  return /^\d+(?:[.,]\d+)?$/.test(bare) ? ofNumber(Number(bare.replace(',', '.'))) : null
}

function ofNumber(number: number): ReadMontant | null {
  const montant = number.toFixed(2)
  if (!(number >= 0) || Number(montant) >= MAX_MONTANT) return null
  return { montant, rounded: Math.abs(Number(montant) - number) > 1e-9 }
}
