import type { ImportProblem } from './import-api.ts'

/** What the server calls a cell by: « D12 ». */
export function addressOf({ row, column }: Pick<ImportProblem, 'row' | 'column'>): string {
  return `${column}${row}`
}
