import { cellText, cellValue } from './cell-text.ts'
import type { ImportField } from './columns.ts'
import type { TableColumn } from './find-table.ts'
import type { CellOutcome, ReportedCell } from './import-plan.ts'
import { columnLetters, type SheetCell, type SheetRow } from './sheet.ts'
import { isTemplateSentence } from './template-sentences.ts'

type Columns = ReadonlyMap<number, TableColumn>

interface Told {
  outcome: CellOutcome
  warning?: string
  isInfo?: boolean
}

export interface FieldCell {
  cell: SheetCell
  column: TableColumn
}

const SENTENCE = 'C’est une consigne du modèle, pas une donnée.'

const FORMULA_INFO = 'Cette cellule est une formule : son dernier résultat est importé.'

/** The cells of one row: which hold a field's value, and what became of each. */
export class RowCells {
  readonly number: number
  readonly #cells: readonly SheetCell[]
  readonly #columns: Columns
  readonly #byField = new Map<ImportField, FieldCell[]>()
  readonly #outcomes = new Map<SheetCell, Told>()

  constructor(row: SheetRow, columns: Columns) {
    this.number = row.number
    this.#cells = row.cells
    this.#columns = columns
    for (const cell of row.cells) {
      const column = columns.get(cell.column)
      const problem = problemOf(cell, column)
      if (isSentence(cell)) this.#outcomes.set(cell, { outcome: { problem: SENTENCE }, isInfo: true })
      else if (problem) this.refuse(cell, problem)
      else if (column?.field) this.#byField.set(column.field, [...this.all(column.field), { cell, column }])
    }
  }

  /** The cell that holds this field's value, if one does. */
  get(field: ImportField): SheetCell | undefined {
    return this.#byField.get(field)?.[0]?.cell
  }

  /** The cells of this field's columns, from left to right. */
  all(field: ImportField): FieldCell[] {
    return this.#byField.get(field) ?? []
  }

  /** @param warning what of the cell is not kept, or what is doubtful in it; with `info`, only how it was understood */
  accept(cell: SheetCell, outcome: CellOutcome, warning?: string | { info: string }): void {
    const said = warning ?? (cell.formula ? { info: FORMULA_INFO } : undefined)
    const told = typeof said === 'object' ? { warning: said.info, isInfo: true } : said && { warning: said }
    this.#outcomes.set(cell, { outcome, ...told })
  }

  /** @param choices the values that the cell might hold instead */
  refuse(cell: SheetCell, problem: string, choices?: readonly string[]): void {
    this.#outcomes.set(cell, { outcome: { problem, ...(choices && { choices }) } })
  }

  /** Refuses every cell that nothing has accepted or refused yet. */
  refuseOthers(problem: string): void {
    for (const cell of this.#cells) if (!this.#outcomes.has(cell)) this.refuse(cell, problem)
  }

  /** What became of each cell of the row's own, from left to right. */
  report(): ReportedCell[] {
    return this.#cells
      .filter(({ inherited }) => !inherited)
      .map((cell) => {
        const told = this.#outcomes.get(cell)
        if (!told) throw new Error(`row ${this.number}, column ${cell.column}: a cell was dropped`)
        return {
          row: this.number,
          column: columnLetters(cell.column),
          heading: this.#columns.get(cell.column)?.heading ?? null,
          value: cellValue(cell.content),
          ...told.outcome,
          ...(told.warning && { warning: told.warning }),
          ...(told.isInfo && { isInfo: true }),
        }
      })
  }
}

function problemOf({ content }: SheetCell, column: TableColumn | undefined): string | null {
  if (!column) return 'Cette cellule n’est sous aucun titre de colonne.'
  if (column.refusal) return column.refusal
  if (content.kind === 'error') return `Cette cellule contient une erreur du tableur (${content.code}).`
  return null
}

/** The template's rows of formats and instructions: sentences of its own, and at most a few words added among them. */
export function isInstructionRow(row: SheetRow, columns: Columns): boolean {
  const own = row.cells.filter(({ inherited }) => !inherited)
  const sentences = own.filter(isSentence)
  const titre = own.find(({ column }) => columns.get(column)?.field === 'titre')
  if (titre && !isSentence(titre)) return false
  return sentences.length > 0 && sentences.length * 2 >= own.length
}

/** The words that someone added to a row of instructions. */
export function wordsAmongInstructions(row: SheetRow): SheetCell[] {
  return row.cells.filter((cell) => !cell.inherited && !isSentence(cell))
}

function isSentence({ content }: SheetCell): boolean {
  return isTemplateSentence(cellText(content))
}
