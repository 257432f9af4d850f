const NBSP = '\u00a0'

/** What an amount counts in. */
export type Unite = 'EUROS_HT' | 'ETP'

const SIGNS: Record<Unite, string> = { EUROS_HT: '€', ETP: 'ETP' }

/** Cents are two digits, or none. */
const NUMBERS: Record<Unite, Intl.NumberFormat> = {
  EUROS_HT: new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' }),
  ETP: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }),
}

/** An amount as French writes it: « 12 500 € », « 402 315,40 € », « 0,5 ETP ». */
export function montantText(montant: string, unite: Unite): string {
  return `${NUMBERS[unite].format(Number(montant))}${NBSP}${SIGNS[unite]}`
}

/**
 * Reads an amount as people type it: « 12 500,50 », « 12500.5 », with or without « € ». null: it is none.
 *
 * @returns a decimal as the API takes it
 */
export function readMontant(text: string): string | null {
  const digits = text.replaceAll(/[\s€]|HT|ETP/gi, '').replace(',', '.')
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(digits) ? digits : null
}
