import { localDay } from '../../lib/text/dates.ts'

const DAY_MS = 24 * 3_600_000

/** A year, the most that the server lets a key hold. */
const MAX_DAYS = 365

/** The days that a key may end on, as a date field takes them, where the reader is. */
export function expiryDays(now = new Date()): { first: string; last: string } {
  const today = localDay(now.toISOString())
  const last = new Date(Date.parse(today) + MAX_DAYS * DAY_MS).toISOString().slice(0, 10)
  return { first: today, last }
}

/** The end of a day where the reader is, as an instant: a key that expires on a day holds all that day. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}
