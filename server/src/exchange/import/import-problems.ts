import { fieldOfHeading } from './columns.ts'
import { type ImportPlan, type ReportedCell, saidOf } from './import-plan.ts'

/** error: nothing can be imported until it is mended. warning: to be mended or accepted. info: to be known. */
export type Severity = 'error' | 'warning' | 'info'

/** One thing to know about a file before it is imported. */
export interface PreviewProblem {
  /** null: about the whole file. */
  row: number | null
  column: string | null
  heading: string | null
  value: string | number | boolean | null
  severity: Severity
  message: string
  /** Whether another value may be given on the page. */
  fixable: boolean
  /** The values to choose from; null: free text. */
  choices: readonly string[] | null
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/**
 * What a person has to know of a file before it becomes a plan, the gravest first.
 * @param leftLinks sentences about links that are left out, by the address of their cell
 */
export function problemsOf(plan: ImportPlan, leftLinks: ReadonlyMap<string, string>): PreviewProblem[] {
  const errors = new Map(plan.errors.map(({ row, column, message }) => [`${column}${row}`, message]))
  const ofFile = plan.errors
    .filter(({ row }) => row === null)
    .map(({ message }): PreviewProblem => ({
      row: null,
      column: null,
      heading: null,
      value: null,
      severity: 'error',
      message,
      fixable: false,
      choices: null,
    }))
  const ofCells = plan.cells.flatMap((cell): PreviewProblem[] => {
    const address = addressOf(cell)
    const error = errors.get(address)
    const said = error ?? ('problem' in cell ? cell.problem : saidOf(cell, leftLinks))
    if (said === undefined) return []
    const { row, column, heading, value } = cell
    return [
      {
        row,
        column,
        heading,
        value,
        severity: error === undefined ? severityOf(cell, leftLinks.has(address)) : 'error',
        message: said,
        fixable: heading !== null && fieldOfHeading(heading) !== null,
        choices: 'problem' in cell ? (cell.choices ?? null) : null,
      },
    ]
  })
  return [...ofFile, ...ofCells].toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.row ?? 0) - (b.row ?? 0),
  )
}

function severityOf({ isInfo }: ReportedCell, isDeadLink: boolean): Severity {
  return isInfo && !isDeadLink ? 'info' : 'warning'
}

export function addressOf({ row, column }: { row: number | null; column: string | null }): string {
  return `${column}${row}`
}
