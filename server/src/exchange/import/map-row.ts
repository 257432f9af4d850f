import { MAX_AXE_NOM_CHARACTERS } from '../../domain/axe/axe-rules.ts'
import { MAX_TITRE_CHARACTERS } from '../../domain/fiche/fiche-rules.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import type { AxeTree } from './axe-tree.ts'
import { cellLine, cellText } from './cell-text.ts'
import { AXE_FIELDS, TEXT_FIELDS } from './columns.ts'
import type { ImportAxe, ImportFiche } from './import-plan.ts'
import type { ImportProblem } from './import-refused.ts'
import { mapDates } from './map-dates.ts'
import { PRIORITE_LABELS, readPriorite, readStatut, STATUT_LABELS } from './read-choice.ts'
import type { RowCells } from './row-cells.ts'
import type { ServiceList } from './service-list.ts'
import { columnLetters, type SheetCell } from './sheet.ts'
import { textToDelta } from './text-delta.ts'

/** What the rows of a table share. */
export interface TableState {
  date1904: boolean
  axes: AxeTree
  services: ServiceList
  errors: ImportProblem[]
  /** First row of each title, by axe (null: the plan's root). */
  titres: Map<ImportAxe | null, Map<string, number>>
}

/** Reads one row into its fiche, null when it has none. Says of every cell what became of it. */
export function mapRow(cells: RowCells, state: TableState): ImportFiche | null {
  const axe = mapAxes(cells, state)
  const titre = mapTitre(cells, axe, state)
  if (titre === null) {
    cells.refuseOthers('Cette ligne n’a pas de titre de fiche : la cellule n’est pas importée.')
    return null
  }
  const fiche: ImportFiche = {
    row: cells.number,
    axe,
    titre,
    textes: mapTextes(cells),
    services: mapServices(cells, state),
    statut: mapStatut(cells),
    priorite: mapPriorite(cells),
    ...mapDates(cells, state),
  }
  return fiche
}

function mapAxes(cells: RowCells, { axes, errors }: TableState): ImportAxe | null {
  let parent: ImportAxe | null = null
  for (const field of AXE_FIELDS) {
    const cell = cells.get(field)
    if (!cell) continue
    const nom = cellLine(cell.content)
    if (tooLong(nom, MAX_AXE_NOM_CHARACTERS)) {
      fail({ cells, cell, errors, message: `Le nom d’un axe tient en ${MAX_AXE_NOM_CHARACTERS} caractères.` })
      continue
    }
    const { axe, created } = axes.findOrCreate(parent, nom)
    cells.accept(cell, created ? { created: field } : { field })
    parent = axe
  }
  return parent
}

function mapTitre(cells: RowCells, axe: ImportAxe | null, { errors, titres }: TableState): string | null {
  const cell = cells.get('titre')
  // A title merged over several rows names one fiche, that of the first.
  if (!cell || cell.inherited) return null
  const titre = cellLine(cell.content)
  if (tooLong(titre, MAX_TITRE_CHARACTERS)) {
    fail({
      cells,
      cell,
      errors,
      message: `Un titre tient en ${MAX_TITRE_CHARACTERS} caractères : celui-ci en a ${[...titre].length}.`,
    })
    return null
  }
  const rows = titres.get(axe) ?? new Map<string, number>()
  titres.set(axe, rows)
  const key = normaliseNom(titre)
  const twin = rows.get(key)
  if (twin === undefined) rows.set(key, cells.number)
  cells.accept(
    cell,
    { field: 'titre' },
    twin === undefined ? undefined : `La ligne ${twin} a le même titre, dans le même axe.`,
  )
  return titre
}

function mapTextes(cells: RowCells): ImportFiche['textes'] {
  const textes: ImportFiche['textes'] = {}
  for (const field of TEXT_FIELDS) {
    const cell = cells.get(field)
    if (!cell) continue
    textes[field] = textToDelta(cellText(cell.content))
    cells.accept(cell, { field })
  }
  return textes
}

function mapServices(cells: RowCells, { services }: TableState): string[] {
  const cell = cells.get('services')
  if (!cell) return []
  const { keys, refusal } = services.read(cellText(cell.content), {
    row: cells.number,
    column: columnLetters(cell.column),
  })
  if (keys.length === 0) cells.refuse(cell, refusal ?? 'Aucun nom de service n’est lisible ici.')
  else cells.accept(cell, { field: 'services' }, refusal ?? undefined)
  return keys
}

function mapStatut(cells: RowCells): ImportFiche['statut'] {
  const cell = cells.get('statut')
  if (!cell) return null
  const read = readStatut(cellText(cell.content))
  if (!read) return refuseChoice(cells, cell, STATUT_LABELS)
  cells.accept(
    cell,
    { field: 'statut' },
    read.late ? '« En retard » se calcule ici d’après la date de fin : le statut devient En cours.' : undefined,
  )
  return read.statut
}

function mapPriorite(cells: RowCells): ImportFiche['priorite'] {
  const cell = cells.get('priorite')
  if (!cell) return null
  const read = readPriorite(cellText(cell.content))
  if (!read) return refuseChoice(cells, cell, PRIORITE_LABELS)
  cells.accept(cell, { field: 'priorite' })
  return read
}

function refuseChoice(cells: RowCells, cell: SheetCell, labels: string): null {
  cells.refuse(cell, `Cette valeur n’est pas connue : on attend ${labels}.`)
  return null
}

function tooLong(text: string, limit: number): boolean {
  return [...text].length > limit
}

function fail({
  cells,
  cell,
  errors,
  message,
}: {
  cells: RowCells
  cell: SheetCell
  errors: ImportProblem[]
  message: string
}): void {
  cells.refuse(cell, message)
  errors.push({ row: cells.number, column: columnLetters(cell.column), message })
}
