import { cellText } from './cell-text.ts'
import type { ImportFiche, ImportLink } from './import-plan.ts'
import { readMesures } from './read-mesures.ts'
import { readNotes } from './read-notes.ts'
import type { RowCells } from './row-cells.ts'
import { columnLetters } from './sheet.ts'
import { LINES, splitNames } from './split-names.ts'
import { textToDelta } from './text-delta.ts'

/** Measures, notes or links of one cell that are kept: a fiche's page lists them whole. */
const MAX_LISTED = 100

const TOO_MANY = `Seuls les ${MAX_LISTED} premiers sont importés.`

export function mapMesures(cells: RowCells): ImportFiche['mesures'] {
  const cell = cells.get('mesuresLiees')
  if (!cell) return []
  const read = readMesures(cellText(cell.content))
  const mesures = read.filter((mesure) => mesure !== null).slice(0, MAX_LISTED)
  if (mesures.length === 0)
    cells.refuse(cell, 'Aucune mesure n’est lisible ici : code et titre, 300 caractères au plus.')
  else {
    const left = mesures.length < read.length
    cells.accept(cell, { field: 'mesuresLiees' }, left ? 'Une mesure trop longue, ou de trop, est laissée.' : undefined)
  }
  return mesures
}

export function mapNotes(cells: RowCells): ImportFiche['notes'] {
  return cells.all('notes').flatMap(({ cell }) => {
    const notes = readNotes(cellText(cell.content))
    cells.accept(cell, { field: 'notes' }, notes.length > MAX_LISTED ? TOO_MANY : undefined)
    return notes.slice(0, MAX_LISTED).map(({ date, text }) => ({ date, texte: textToDelta(text) }))
  })
}

/** Which fiche each title names is known later, among those of the file and those that the reader may read. */
export function mapLiees(cells: RowCells): ImportLink[] {
  return cells.all('fichesLiees').flatMap(({ cell }) => {
    const named = splitNames(cellText(cell.content), LINES)
    if (named.length === 0) cells.refuse(cell, 'Aucun titre de fiche n’est lisible ici.')
    else cells.accept(cell, { field: 'fichesLiees' }, named.length > MAX_LISTED ? TOO_MANY : undefined)
    const place = { row: cells.number, column: columnLetters(cell.column) }
    return named.slice(0, MAX_LISTED).map((each) => ({ ...each, ...place }))
  })
}
