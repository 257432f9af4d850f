import { AxeTree } from './axe-tree.ts'
import { findTable } from './find-table.ts'
import type { ImportPlan } from './import-plan.ts'
import { mapRow, type TableState } from './map-row.ts'
import { createNameLists, namesOf } from './name-lists.ts'
import { isInstructionRow, RowCells, wordsAmongInstructions } from './row-cells.ts'
import type { Workbook } from './sheet.ts'
import { NO_THEMATIQUES, type ThematiqueChoices } from './thematiques.ts'

/**
 * Reads a workbook's plan: what it would create, what becomes of each cell, what forbids it. Writes nothing.
 * @throws ImportRefusedError when no sheet holds a plan
 */
export function mapWorkbook(workbook: Workbook, thematiques: ThematiqueChoices = NO_THEMATIQUES): ImportPlan {
  const { columns, rows, nom, sheetName, otherSheets } = findTable(workbook)
  const state: TableState = {
    date1904: workbook.date1904,
    axes: new AxeTree(),
    lists: createNameLists(),
    thematiques,
    errors: [],
    titres: new Map(),
    last: null,
  }
  const fiches: ImportPlan['fiches'] = []
  const cells: ImportPlan['cells'] = []
  for (const row of rows) {
    // A row of instructions is no row of data; what someone wrote among the instructions still is told.
    const instructions = isInstructionRow(row, columns)
    const told = new RowCells(instructions ? { ...row, cells: wordsAmongInstructions(row) } : row, columns)
    const fiche = instructions ? null : mapRow(told, state)
    if (instructions) told.refuseOthers('Cette cellule est dans une ligne de consignes du modèle.')
    if (fiche) fiches.push(fiche)
    cells.push(...told.report())
  }
  if (fiches.length === 0 && state.errors.length === 0) {
    state.errors.push({
      row: null,
      column: null,
      message: `Aucune fiche n’est décrite dans la feuille « ${sheetName} ».`,
    })
  }
  return {
    nom,
    sheetName,
    otherSheets,
    axes: state.axes.roots,
    fiches,
    ...namesOf(state.lists),
    cells,
    errors: state.errors,
  }
}
