const LONG = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * A calendar day in words, never cut by the end of a line: `12 mars 2026`, `1er mars 2026`.
 *
 * @param day `YYYY-MM-DD`, without a time: the same day everywhere
 */
export function longDate(day: string): string {
  return LONG.format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, '1er ')
    .replaceAll(' ', '\u00a0')
}

/** The calendar day of an instant where the reader is, `YYYY-MM-DD`. */
export function localDay(instant: string): string {
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The span of an action: both ends, or the only one known; null when neither is. */
export function dateSpan({ start, end }: { start: string | null; end: string | null }): string | null {
  if (start && end) return `du ${longDate(start)} au\u00a0${longDate(end)}`
  if (start) return `à partir du ${longDate(start)}`
  return end ? `jusqu’au ${longDate(end)}` : null
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

/** An instant in words, in the time zone of the reader: `12 mars 2026 à 14:05`. */
export function dayAndTime(instant: string): string {
  return MOMENT.format(new Date(instant)).replace(/^1 /, '1er ')
}

/** The same in a sentence: `le 12 mars 2026 à 14:05`. */
export function momentText(instant: string): string {
  return `le ${dayAndTime(instant)}`
}

const DAY = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const TIME = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' })

/** The day of an instant, in the time zone of the reader: `jeudi 12 mars 2026`. */
export function dayText(instant: string): string {
  return DAY.format(new Date(instant)).replace(/ 1 /, ' 1er ')
}

/** The time of an instant, in the time zone of the reader: `14:05`. */
export function timeText(instant: string): string {
  return TIME.format(new Date(instant))
}
