import { dayOf, type Day } from './calendar.ts'

export interface ReadNote {
  /** null: the text does not say. */
  date: Day | null
  text: string
}

const DATED = /^\s*(?:[-•–]\s+)?(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2}))\s*(?:[:–-]\s*(.*))?$/

/** The notes of a cell: a line which begins with a date and a colon begins a note of that day. */
export function readNotes(text: string): ReadNote[] {
  const notes: { date: Day | null; lines: string[] }[] = [{ date: null, lines: [] }]
  for (const line of text.split('\n')) {
    const [, day, month, year, isoYear, isoMonth, isoDay, rest = ''] = DATED.exec(line) ?? []
    const date = dayOf({ year: Number(year ?? isoYear), month: Number(month ?? isoMonth), day: Number(day ?? isoDay) })
    if (date === null) notes.at(-1)?.lines.push(line)
    else notes.push({ date, lines: rest === '' ? [] : [rest] })
  }
  return notes
    .map(({ date, lines }) => ({ date, text: lines.join('\n').trim() }))
    .filter(({ text: words, date }) => words !== '' || date !== null)
}
