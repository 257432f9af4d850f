import { dayNumber, dayOf } from '../../../lib/text/days.ts'
import type { FicheLine } from '../use-fiches.ts'

/** How long a column is. */
export type Pas = 'trimestre' | 'annee'

/** Pixels of a day: a quarter reads well at a hundred and some, a year too. */
const DAY_WIDTH: Record<Pas, number> = { trimestre: 1.4, annee: 0.42 }

/** Years drawn at most around today: a date typed wrong must not draw a thousand. */
const MAX_YEARS_AROUND = 25

interface Column {
  key: string
  label: string
  left: number
  width: number
}

export interface Scale {
  /** First and last day drawn, counted from 1970. */
  first: number
  last: number
  dayWidth: number
  width: number
  /** Quarters, or years. */
  columns: readonly Column[]
  /** Years over the quarters; none where the columns are years. */
  years: readonly Column[]
}

/** What is drawn of the calendar for some fiches: whole years, today among them. */
export function scaleOf(lines: readonly FicheLine[], { today, pas }: { today: string; pas: Pas }): Scale {
  const thisYear = Number(today.slice(0, 4))
  const years = lines
    .flatMap(({ dateDebut, dateFin }) => [dateDebut, dateFin])
    .flatMap((day) => (day ? [Number(day.slice(0, 4))] : []))
    .map((year) => Math.min(thisYear + MAX_YEARS_AROUND, Math.max(thisYear - MAX_YEARS_AROUND, year)))
  const from = Math.min(thisYear, ...years)
  const to = Math.max(thisYear + 1, ...years)
  const first = dayNumber(`${from}-01-01`)
  const last = dayNumber(`${to}-12-31`)
  const dayWidth = DAY_WIDTH[pas]
  const column = (key: string, label: string, start: string, end: string): Column => ({
    key,
    label,
    left: (dayNumber(start) - first) * dayWidth,
    width: (dayNumber(end) - dayNumber(start)) * dayWidth,
  })
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const yearColumns = all.map((year) => column(String(year), String(year), `${year}-01-01`, `${year + 1}-01-01`))
  const quarters = all.flatMap((year) =>
    [1, 2, 3, 4].map((quarter) =>
      column(`${year} ${quarter}`, `T${quarter}`, quarterStart(year, quarter), quarterStart(year, quarter + 1)),
    ),
  )
  const isByQuarter = pas === 'trimestre'
  return {
    first,
    last,
    dayWidth,
    width: (last - first + 1) * dayWidth,
    columns: isByQuarter ? quarters : yearColumns,
    years: isByQuarter ? yearColumns : [],
  }
}

function quarterStart(year: number, quarter: number): string {
  return quarter > 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
}

export interface Span {
  /** `YYYY-MM-DD`; null where it is not known. */
  start: string | null
  end: string | null
}

/** Where a bar is drawn, its last day included; one without an end, or without a beginning, is drawn as a month that fades. */
export function barOf({ start, end }: Span, { first, last, dayWidth }: Scale) {
  const OPEN_DAYS = 30
  if (start === null && end === null) return null
  const from = start === null ? dayNumber(end ?? '') - OPEN_DAYS : dayNumber(start)
  const to = end === null ? from + OPEN_DAYS : dayNumber(end)
  const drawnFrom = Math.max(first, Math.min(last, from))
  const drawnTo = Math.max(first, Math.min(last, to))
  return { left: (drawnFrom - first) * dayWidth, width: Math.max(6, (drawnTo - drawnFrom + 1) * dayWidth) }
}

export type Grip = 'whole' | 'start' | 'end'

/** A span moved by so many days, whole or by one end: an end never passes the other. */
export function movedSpan({ start, end }: Span, { grip, days }: { grip: Grip; days: number }): Span {
  const plus = (day: string | null) => (day === null ? null : dayOf(dayNumber(day) + days))
  if (grip === 'whole') return { start: plus(start), end: plus(end) }
  if (grip === 'start') {
    const next = plus(start)
    return { start: next !== null && end !== null && next > end ? end : next, end }
  }
  const next = plus(end)
  return { start, end: next !== null && start !== null && next < start ? start : next }
}
