import { typeset } from '../../domain/typography.ts'
import type { ToldCell, ToldProblem, ToldReport } from './import-outcome.ts'

/** Rows named for one sentence before the rest is only counted. */
const MAX_NAMED_ROWS = 6

/** What an import did, in French, for the person who typed the command: the same sentence about a column is said once. */
export function summaryOf({ nom, sheet, otherSheets, counts, cells }: ToldReport): string {
  const { fiches, axes, services } = counts
  const told = [...groupedBySentence(cells)].map(([sentence, rows]) => `  ${sentence} (${rowsOf(rows)})`)
  const lines = [
    `Plan « ${nom} » importé de la feuille « ${sheet} » : ${plural(fiches, 'fiche')}, ${plural(axes, 'axe')}, ${plural(services, 'service')} en plus.`,
    ...otherSheets.map((other) => `La feuille « ${other} » ressemble aussi à un plan : elle n’est pas importée.`),
    ...(told.length > 0 ? ['À savoir :', ...told] : []),
  ]
  return typeset(lines.join('\n'))
}

/** One line per problem: where it is, and the sentence. */
export function problemLines(problems: readonly ToldProblem[]): string {
  return problems.map(({ row, column, message }) => `${whereIs({ row, column })}${message}`).join('\n')
}

function whereIs({ row, column }: Pick<ToldProblem, 'row' | 'column'>): string {
  if (row === null) return ''
  return column === null ? `Ligne ${row} : ` : `Ligne ${row}, colonne ${column} : `
}

function groupedBySentence(cells: readonly ToldCell[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const { row, column, problem, warning } of cells) {
    const said = problem ?? warning
    if (said === undefined) continue
    const sentence = `Colonne ${column} : ${said}`
    rows.set(sentence, [...(rows.get(sentence) ?? []), row])
  }
  return rows
}

function rowsOf(rows: readonly number[]): string {
  if (rows.length === 1) return `ligne ${rows[0]}`
  if (rows.length <= MAX_NAMED_ROWS) return `lignes ${rows.join(', ')}`
  return `${rows.length} lignes, de ${rows[0]} à ${rows.at(-1)}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`
}
