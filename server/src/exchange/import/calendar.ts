/** A calendar day, `AAAA-MM-JJ`. */
export type Day = string

/** Years that a plan may name: anything else in a date is a slip of the keyboard. */
export const MIN_YEAR = 1900
export const MAX_YEAR = 2199

/** The day, or null when the calendar has no such day. Months are 1 to 12. */
export function dayOf({ year, month, day }: { year: number; month: number; day: number }): Day | null {
  if (year < MIN_YEAR || year > MAX_YEAR) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

/** The first or the last day of a stretch of whole months of one year. */
export function edgeOfMonths({
  year,
  from,
  to,
  edge,
}: {
  year: number
  from: number
  to: number
  edge: 'first' | 'last'
}): Day | null {
  if (from < 1 || to > 12) return null
  if (edge === 'first') return dayOf({ year, month: from, day: 1 })
  return dayOf({ year, month: to, day: new Date(Date.UTC(year, to, 0)).getUTCDate() })
}

const MS_PER_DAY = 86_400_000

/** Day 0 of spreadsheets: 1900 was not a leap year, and Excel keeps the mistake of another spreadsheet, hence the 30th. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** The day of a spreadsheet's serial number; its fraction, a time of day, is left out. */
export function dayOfSerial(serial: number, { date1904 }: { date1904: boolean }): Day | null {
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * MS_PER_DAY)
  if (Number.isNaN(date.getTime())) return null
  return dayOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
}

/** The day that it is now in a time zone (IANA name). */
export function dayIn(timeZone: string, now: Date = new Date()): Day {
  // Swedish dates are written as ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
}
