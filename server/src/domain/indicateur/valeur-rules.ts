import { z } from 'zod'
import { severalLines } from '../one-line.ts'

/** Longest value before its decimal point: a budget of the State in euros has 13. */
export const MAX_INTEGER_DIGITS = 15

/** Decimals kept of a value; all of them are exact. */
export const MAX_DECIMALS = 6

/** What is said of one period: a few sentences. */
export const MAX_COMMENTAIRE_CHARACTERS = 2000

/** Periods changed at once: fifty years of months, pasted from a spreadsheet. */
export const MAX_CHANGED_VALEURS = 600

/** Periods of one indicateur: a hundred years of months. */
export const MAX_VALEURS = 1200

/** Years that a value can be of: as those of budgets. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200

const NUMBER = /^-?(?<integer>\d+)(?:\.(?<decimals>\d+))?$/

const nombre = z
  .string()
  .refine((text) => NUMBER.test(text), { error: 'Ce nombre n’est pas lisible.', params: { code: 'NOMBRE_UNREADABLE' } })
  .refine((text) => significant(text).integer.length <= MAX_INTEGER_DIGITS, {
    error: `Une valeur compte au plus ${MAX_INTEGER_DIGITS} chiffres avant la virgule.`,
    params: { code: 'NOMBRE_TOO_LARGE' },
  })
  .refine((text) => significant(text).decimals.length <= MAX_DECIMALS, {
    error: `Une valeur compte au plus ${MAX_DECIMALS} décimales.`,
    params: { code: 'NOMBRE_TOO_PRECISE' },
  })

/** The digits of a number that count: no zeros before the first, nor after the last decimal. */
function significant(text: string): { integer: string; decimals: string } {
  const { integer = '', decimals = '' } = NUMBER.exec(text)?.groups ?? {}
  return { integer: integer.replace(/^0+/, ''), decimals: decimals.replace(/0+$/, '') }
}

const periode = z.date().refine(isYearKnown, {
  error: `Une période est entre ${FIRST_YEAR} et ${LAST_YEAR}.`,
  params: { code: 'PERIODE_OUT_OF_RANGE' },
})

function isYearKnown(day: Date): boolean {
  return day.getUTCFullYear() >= FIRST_YEAR && day.getUTCFullYear() <= LAST_YEAR
}

/** What changes in one period: only the parts that are named; null takes a number away. */
const valeurChangeSchema = z.object({
  periode,
  objectif: nombre.nullish(),
  realise: nombre.nullish(),
  commentaire: z
    .string()
    .transform(severalLines)
    .refine((text) => [...text].length <= MAX_COMMENTAIRE_CHARACTERS, {
      error: `Un commentaire tient en ${MAX_COMMENTAIRE_CHARACTERS} caractères.`,
      params: { code: 'COMMENTAIRE_TOO_LONG' },
    })
    .nullish()
    .transform((text) => (text === null ? '' : text)),
})

export type ValeurChange = z.output<typeof valeurChangeSchema>

export const valeurChangesSchema = z.object({
  indicateurId: z.guid(),
  valeurs: z
    .array(valeurChangeSchema)
    .min(1, 'Dites au moins une période.')
    .refine((valeurs) => valeurs.length <= MAX_CHANGED_VALEURS, {
      error: `On change au plus ${MAX_CHANGED_VALEURS} périodes à la fois.`,
      params: { code: 'TOO_MANY_VALEURS' },
    })
    .refine((valeurs) => new Set(valeurs.map(({ periode: day }) => day.getTime())).size === valeurs.length, {
      error: 'Chaque période ne se dit qu’une fois.',
      params: { code: 'PERIODE_TWICE' },
    }),
})

export type ValeurChanges = z.input<typeof valeurChangesSchema>
