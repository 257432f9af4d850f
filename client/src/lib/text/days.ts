const DAY_MS = 24 * 3_600_000

/** Days since 1970 of `YYYY-MM-DD`: what a calendar counts with. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** `YYYY-MM-DD` of a number of days since 1970. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
}

/** So many days after a day, or before it. */
export function addDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days)
}
