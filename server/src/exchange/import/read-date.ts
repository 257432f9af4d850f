import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { cellText } from './cell-text.ts'
import { dayOf, dayOfSerial, edgeOfMonths, MAX_YEAR, MIN_YEAR, type Day } from './calendar.ts'
import type { CellContent } from './sheet.ts'

/** A month, a quarter or a year is read as its first day when an action begins, as its last when it ends. */
export type Edge = 'first' | 'last'

export interface ReadDate {
  day: Day
  /** The cell names a longer time than one day: the day was chosen by `edge`. */
  rounded: boolean
}

interface Reading {
  edge: Edge
  date1904: boolean
}

/** Reads a date in any form that people and spreadsheets write it; null when it is none. */
export function readDate(content: CellContent, reading: Reading): ReadDate | null {
  if (content.kind === 'date')
    return exact(content.date >= `${MIN_YEAR}` && content.date <= `${MAX_YEAR}-12-31` ? content.date : null)
  if (content.kind === 'number') return readNumber(content.number, reading)
  if (content.kind !== 'text') return null
  const text = normaliseNom(cellText(content)).replace(WEEKDAY, '')
  for (const read of FORMS) {
    const found = read(text, reading)
    if (found) return found
  }
  return null
}

const WEEKDAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? /

const MONTHS = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']
const MONTH_NAME =
  /^(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\.?$/

/** 1 to 12; null when it is no French month. */
function monthOf(name: string): number | null {
  if (!MONTH_NAME.test(name)) return null
  const index = MONTHS.findIndex((start) => name.startsWith(start))
  return index === -1 ? null : index + 1
}

function exact(day: Day | null): ReadDate | null {
  return day === null ? null : { day, rounded: false }
}

function rounded(day: Day | null): ReadDate | null {
  return day === null ? null : { day, rounded: true }
}

/** A number is a year when it looks like one: as a serial it would be a day of 1905. */
function readNumber(number: number, { edge, date1904 }: Reading): ReadDate | null {
  const isYear = Number.isInteger(number) && number >= MIN_YEAR && number <= MAX_YEAR
  return isYear
    ? rounded(edgeOfMonths({ year: number, from: 1, to: 12, edge }))
    : exact(dayOfSerial(number, { date1904 }))
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

type Form = (text: string, reading: Reading) => ReadDate | null

/** Each form recognises the whole text: a date inside a sentence is left to people. */
const FORMS: readonly Form[] = [
  // 31/12/2025, 31-12-25, 31.12.2025
  (text) => {
    const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text) ?? []
    return day && month && year ? exact(dayOf({ year: yearOf(year), month: Number(month), day: Number(day) })) : null
  },
  // 2025-12-31, 2025/12/31, with or without a time of day
  (text) => {
    const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t ]\d{1,2}:\d{2}\S*)?$/.exec(text) ?? []
    return year && month && day ? exact(dayOf({ year: Number(year), month: Number(month), day: Number(day) })) : null
  },
  // 31 décembre 2025, 1er janv. 2025
  (text) => {
    const [, day, name, year] = /^(\d{1,2})(?:er)? ([a-z]+\.?) (\d{4})$/.exec(text) ?? []
    const month = name ? monthOf(name) : null
    return day && month && year ? exact(dayOf({ year: Number(year), month, day: Number(day) })) : null
  },
  // 2025-03, 2025/3
  (text, { edge }) => {
    const [, year, month] = /^(\d{4})[/.-](\d{1,2})$/.exec(text) ?? []
    return year && month
      ? rounded(edgeOfMonths({ year: Number(year), from: Number(month), to: Number(month), edge }))
      : null
  },
  // 03/2025
  (text, { edge }) => {
    const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
    return year && month
      ? rounded(edgeOfMonths({ year: Number(year), from: Number(month), to: Number(month), edge }))
      : null
  },
  // mars 2025
  (text, { edge }) => {
    const [, name, year] = /^([a-z]+\.?) (\d{4})$/.exec(text) ?? []
    const month = name ? monthOf(name) : null
    return month && year ? rounded(edgeOfMonths({ year: Number(year), from: month, to: month, edge })) : null
  },
  // T2 2025, 2e trimestre 2025
  (text, { edge }) => {
    const [, short, long, year] = /^(?:t([1-4])|([1-4])(?:er|e|eme) trimestre) (\d{4})$/.exec(text) ?? []
    const quarter = Number(short ?? long)
    return year ? rounded(edgeOfMonths({ year: Number(year), from: quarter * 3 - 2, to: quarter * 3, edge })) : null
  },
  // S1 2025, 1er semestre 2025
  (text, { edge }) => {
    const [, short, long, year] = /^(?:s([12])|([12])(?:er|e|eme|nd) semestre) (\d{4})$/.exec(text) ?? []
    const half = Number(short ?? long)
    return year ? rounded(edgeOfMonths({ year: Number(year), from: half * 6 - 5, to: half * 6, edge })) : null
  },
  // 2025, or a serial kept as text
  (text, reading) => (/^\d{4,5}$/.test(text) ? readNumber(Number(text), reading) : null),
]
