import { MAX_AXE_NOM_CHARACTERS } from '../../domain/axe/axe-rules.ts'
import { MAX_TITRE_CHARACTERS } from '../../domain/fiche/fiche-rules.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { MAX_SOUS_ACTIONS } from '../../domain/sous-action/sous-action-rules.ts'
import type { AxeTree } from './axe-tree.ts'
import { cellLine, cellText } from './cell-text.ts'
import { AXE_FIELDS } from './columns.ts'
import { emptyFiche } from './empty-fiche.ts'
import { failCell } from './fail-cell.ts'
import type { ImportAxe, ImportFiche } from './import-plan.ts'
import type { ImportProblem } from './import-refused.ts'
import { mapFields } from './map-fields.ts'
import type { NameLists } from './name-lists.ts'
import type { RowCells } from './row-cells.ts'
import type { SheetCell } from './sheet.ts'
import { LINES, splitNames } from './split-names.ts'
import type { ThematiqueChoices } from './thematiques.ts'

/** What the rows of a table share. */
export interface TableState {
  date1904: boolean
  axes: AxeTree
  lists: NameLists
  thematiques: ThematiqueChoices
  errors: ImportProblem[]
  /** First fiche of each title, by axe (null: the plan's root). */
  titres: Map<ImportAxe | null, Map<string, ImportFiche>>
  /** The fiche of a row before this one, which rows of sous-actions are of. */
  last: ImportFiche | null
}

/** Reads one row into its fiche, null when it has none of its own. Says of every cell what became of it. */
export function mapRow(cells: RowCells, state: TableState): ImportFiche | null {
  const axe = mapAxes(cells, state)
  const parent = parentOf(cells, { axe, state })
  if (parent) {
    mapSousAction(cells, { parent, state })
    return null
  }
  const titre = mapTitre(cells, axe, state)
  if (titre === null) {
    cells.refuseOthers('Cette ligne n’a pas de titre de fiche : la cellule n’est pas importée.')
    return null
  }
  const fiche: ImportFiche = {
    ...emptyFiche({ row: cells.number, axe, titre }),
    ...mapFields(cells, state),
  }
  fiche.sousActions = mapTitresOfSousActions(cells, { fiche, errors: state.errors })
  const titres = state.titres.get(axe) ?? new Map<string, ImportFiche>()
  state.titres.set(axe, titres)
  const key = normaliseNom(titre)
  if (!titres.has(key)) titres.set(key, fiche)
  state.last = fiche
  return fiche
}

function mapAxes(cells: RowCells, { axes, errors }: TableState): ImportAxe | null {
  let parent: ImportAxe | null = null
  for (const field of AXE_FIELDS) {
    const cell = cells.get(field)
    if (!cell) continue
    const nom = cellLine(cell.content)
    if (tooLong(nom, MAX_AXE_NOM_CHARACTERS)) {
      failCell(cells, { cell, errors, message: `Le nom d’un axe tient en ${MAX_AXE_NOM_CHARACTERS} caractères.` })
      continue
    }
    const { axe, created } = axes.findOrCreate(parent, nom)
    cells.accept(cell, created ? { created: field } : { field })
    parent = axe
  }
  return parent
}

/**
 * The fiche that a row of a sous-action is of: the one of the same title in the same axe, or the one just above when the row
 * has no title. A row with a new title is a fiche's own, even when it names its sous-actions.
 */
function parentOf(cells: RowCells, { axe, state }: { axe: ImportAxe | null; state: TableState }): ImportFiche | null {
  if (!cells.get('sousAction')) return null
  const titre = cells.get('titre')
  if (titre) return state.titres.get(axe)?.get(normaliseNom(cellLine(titre.content))) ?? null
  return state.last && (axe === null || state.last.axe === axe) ? state.last : null
}

function mapSousAction(cells: RowCells, { parent, state }: { parent: ImportFiche; state: TableState }): void {
  const named = cells.get('titre')
  if (named) cells.accept(named, { field: 'titre' })
  const cell = cells.get('sousAction')
  if (!cell) throw new Error('the row of a sous-action has its title')
  const titre = cellLine(cell.content)
  if (!acceptTitre(cells, { cell, titre, errors: state.errors })) {
    cells.refuseOthers('Le titre de cette sous-action est trop long : la cellule n’est pas importée.')
    return
  }
  if (!acceptSousActions(cells, { cell, count: parent.sousActions.length + 1, errors: state.errors })) {
    cells.refuseOthers('Cette sous-action est de trop : la cellule n’est pas importée.')
    return
  }
  cells.accept(cell, { field: 'sousAction' })
  parent.sousActions.push({
    ...emptyFiche({ row: cells.number, axe: parent.axe, titre }),
    ...mapFields(cells, state),
  })
}

/** The sous-actions that a fiche's own row names, one a line: titles without anything else. */
function mapTitresOfSousActions(
  cells: RowCells,
  { fiche, errors }: { fiche: ImportFiche; errors: ImportProblem[] },
): ImportFiche[] {
  const cell = cells.get('sousAction')
  if (!cell) return []
  const titres = splitNames(cellText(cell.content), LINES).map(({ nom }) => nom)
  if (titres.length === 0) cells.refuse(cell, 'Aucun titre de sous-action n’est lisible ici.')
  else if (
    titres.every((titre) => acceptTitre(cells, { cell, titre, errors })) &&
    acceptSousActions(cells, { cell, count: titres.length, errors })
  )
    cells.accept(cell, { field: 'sousAction' })
  return titres.map((titre) => emptyFiche({ row: fiche.row, axe: fiche.axe, titre }))
}

function mapTitre(cells: RowCells, axe: ImportAxe | null, { errors, titres }: TableState): string | null {
  const cell = cells.get('titre')
  // A title merged over several rows names one fiche, that of the first.
  if (!cell || cell.inherited) return null
  const titre = cellLine(cell.content)
  if (!acceptTitre(cells, { cell, titre, errors })) return null
  const twin = titres.get(axe)?.get(normaliseNom(titre))
  cells.accept(
    cell,
    { field: 'titre' },
    twin === undefined ? undefined : `La ligne ${twin.row} a le même titre, dans le même axe.`,
  )
  return titre
}

function acceptTitre(
  cells: RowCells,
  { cell, titre, errors }: { cell: SheetCell; titre: string; errors: ImportProblem[] },
): boolean {
  if (!tooLong(titre, MAX_TITRE_CHARACTERS)) return true
  const message = `Un titre tient en ${MAX_TITRE_CHARACTERS} caractères : celui-ci en a ${[...titre].length}.`
  failCell(cells, { cell, errors, message })
  return false
}

function acceptSousActions(
  cells: RowCells,
  { cell, count, errors }: { cell: SheetCell; count: number; errors: ImportProblem[] },
): boolean {
  if (count <= MAX_SOUS_ACTIONS) return true
  failCell(cells, { cell, errors, message: `Une fiche a ${MAX_SOUS_ACTIONS} sous-actions au plus.` })
  return false
}

function tooLong(text: string, limit: number): boolean {
  return [...text].length > limit
}
