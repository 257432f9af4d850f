import type { Day } from './calendar.ts'
import { cellText } from './cell-text.ts'
import type { ImportFiche } from './import-plan.ts'
import { readDate, type Edge, type ReadDate } from './read-date.ts'
import type { RowCells } from './row-cells.ts'
import type { SheetCell } from './sheet.ts'

const UNREADABLE = 'Cette date n’est pas lisible : on attend JJ/MM/AAAA.'

/** Reads the dates of a row; an end before its beginning is left out, and the beginning kept. */
export function mapDates(
  cells: RowCells,
  { date1904 }: { date1904: boolean },
): Pick<ImportFiche, 'dateDebut' | 'dateFin'> {
  const dateDebut = mapDate(cells, { field: 'dateDebut', edge: 'first', date1904 })
  const dateFin = mapDate(cells, { field: 'dateFin', edge: 'last', date1904 })
  const cell = cells.get('dateFin')
  if (!cell || !dateDebut || !dateFin || dateDebut <= dateFin) return { dateDebut, dateFin }
  cells.refuse(cell, `La date de fin (${french(dateFin)}) précède la date de début (${french(dateDebut)}).`)
  return { dateDebut, dateFin: null }
}

function mapDate(
  cells: RowCells,
  { field, ...reading }: { field: 'dateDebut' | 'dateFin'; edge: Edge; date1904: boolean },
): Day | null {
  const cell = cells.get(field)
  if (!cell) return null
  const read = readDate(cell.content, reading)
  if (!read) {
    cells.refuse(cell, UNREADABLE)
    return null
  }
  cells.accept(cell, { field }, roundingOf(cell, read))
  return read.day
}

function roundingOf({ content }: SheetCell, { day, rounded }: ReadDate): { info: string } | undefined {
  return rounded ? { info: `« ${cellText(content).trim()} » est lu comme le ${french(day)}.` } : undefined
}

function french(day: Day): string {
  return day.split('-').toReversed().join('/')
}
