import type { CommittedImport } from './commit-import.ts'
import { type ImportAxe, type ImportPlan, type ReportedCell, saidOf } from './import-plan.ts'

/** What an import did, as `npm run import` prints it: the keys stay. */
export interface ImportReport {
  planId: string
  nom: string
  /** Name of the sheet that was read. */
  sheet: string
  /** Other sheets that look like a plan's table, and were left out. */
  otherSheets: readonly string[]
  /** `services`: those created, not those found. */
  counts: { fiches: number; axes: number; services: number }
  /** What became of every data cell. */
  cells: ReportedCell[]
}

export function reportOf(
  plan: ImportPlan,
  { nom, planId, ...committed }: CommittedImport & { nom: string },
): ImportReport {
  return {
    planId,
    nom,
    sheet: plan.sheetName,
    otherSheets: plan.otherSheets,
    counts: { fiches: plan.fiches.length, axes: countAxes(plan.axes), services: committed.createdServices.size },
    cells: told(plan.cells, committed),
  }
}

export function countAxes(axes: readonly ImportAxe[]): number {
  return axes.reduce((count, { enfants }) => count + 1 + countAxes(enfants), 0)
}

/** The first cell that names something which was not there is the one that created it; a link may lead nowhere. */
function told(
  cells: readonly ReportedCell[],
  { creators, leftLinks }: Pick<CommittedImport, 'creators' | 'leftLinks'>,
): ReportedCell[] {
  return cells.map((cell) => {
    const address = `${cell.column}${cell.row}`
    const { row, column, heading, value } = cell
    const place = { row, column, heading, value }
    if ('problem' in cell) return { ...place, problem: cell.problem }
    const warning = saidOf(cell, leftLinks)
    const created = creators.get(address) ?? ('created' in cell ? cell.created : undefined)
    if (created) return { ...place, created, ...(warning && { warning }) }
    return 'field' in cell ? { ...place, field: cell.field, ...(warning && { warning }) } : cell
  })
}
