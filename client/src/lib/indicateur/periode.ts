import type { Periodicite } from '../../gql/graphql.ts'

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Names of months without accents, in their order. */
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  plain(new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1))),
)

/** Years that the server takes. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/** A period in words: `2026`, `mars 2026`. @param periode its first day, `YYYY-MM-DD` */
export function periodeLabel(periode: string, periodicite: Periodicite): string {
  return periodicite === 'ANNUELLE' ? periode.slice(0, 4) : MONTH.format(new Date(`${periode}T00:00:00Z`))
}

/** The period that follows. */
export function nextPeriode(periode: string, periodicite: Periodicite): string {
  return shiftPeriode(periode, periodicite, 1)
}

/** The period so many years or months later, or before. */
export function shiftPeriode(periode: string, periodicite: Periodicite, by: number): string {
  const [year = 0, month = 1] = periode.split('-').map(Number)
  return periodicite === 'ANNUELLE' ? firstDay(year + by, 1) : firstDay(year, month + by)
}

/** The period that today is in. */
export function currentPeriode(periodicite: Periodicite, today = new Date()): string {
  return firstDay(today.getFullYear(), periodicite === 'ANNUELLE' ? 1 : today.getMonth() + 1)
}

/** Reads a period as people and spreadsheets write it: `2026`, `mars 2026`, `03/2026`, `2026-03`, `01/03/2026`; null when it is none. */
export function readPeriode(text: string, periodicite: Periodicite): string | null {
  const words = plain(text.trim())
  if (periodicite === 'ANNUELLE') {
    const year = /^(?:01\/01\/)?(\d{4})(?:-01-01)?$/.exec(words)?.[1]
    return year === undefined ? null : known(Number(year), 1)
  }
  const { month, year } =
    /^(?:(?:01\/)?(?<month>\d{1,2})\/)(?<year>\d{4})$/.exec(words)?.groups ??
    /^(?<year>\d{4})-(?<month>\d{2})(?:-01)?$/.exec(words)?.groups ??
    /^(?<month>[a-z]+)\.? (?<year>\d{4})$/.exec(words)?.groups ??
    {}
  if (month === undefined || year === undefined) return null
  return known(Number(year), /^\d/.test(month) ? Number(month) : monthNamed(month))
}

/** The number of a month by its name, or the first three letters of it at least; 0 when it is none. */
function monthNamed(word: string): number {
  return word.length < 3 ? 0 : MONTHS.findIndex((name) => name.startsWith(word)) + 1
}

function known(year: number, month: number): string | null {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 ? firstDay(year, month) : null
}

function firstDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 'YYYY-MM-DD'.length)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
