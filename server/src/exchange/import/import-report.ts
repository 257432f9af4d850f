import type { CommittedImport } from './commit-import.ts'
import type { ImportAxe, ImportPlan, ReportedCell } from './import-plan.ts'

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
  { nom, planId, createdServices }: CommittedImport & { nom: string },
): ImportReport {
  return {
    planId,
    nom,
    sheet: plan.sheetName,
    otherSheets: plan.otherSheets,
    counts: { fiches: plan.fiches.length, axes: countAxes(plan.axes), services: createdServices.size },
    cells: withCreatedServices(plan, createdServices),
  }
}

function countAxes(axes: readonly ImportAxe[]): number {
  return axes.reduce((count, { enfants }) => count + 1 + countAxes(enfants), 0)
}

/** The first cell that names a service which was not there is the one that created it. */
function withCreatedServices({ cells, services }: ImportPlan, created: ReadonlySet<string>): ReportedCell[] {
  const creators = new Set(services.filter(({ key }) => created.has(key)).map(({ row, column }) => `${column}${row}`))
  return cells.map((cell) => {
    if (!('field' in cell) || !creators.has(`${cell.column}${cell.row}`)) return cell
    const { field: _field, ...rest } = cell
    return { ...rest, created: 'service' }
  })
}
