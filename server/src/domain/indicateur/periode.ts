import type { Periodicite } from '@pupitre/prisma'

/** Whether a day is the first of a period: of a year, or of a month. Days are midnights UTC, as Prisma reads a DATE. */
export function startsPeriode(day: Date, periodicite: Periodicite): boolean {
  if (day.getUTCDate() !== 1) return false
  return periodicite === 'MENSUELLE' || day.getUTCMonth() === 0
}
