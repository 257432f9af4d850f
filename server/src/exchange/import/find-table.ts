import {
  type BudgetColumn,
  budgetOfHeading,
  fieldOfHeading,
  headingKey,
  isRepeated,
  isTemplateHeading,
  type ImportField,
} from './columns.ts'
import { MAX_ROWS_ABOVE_HEADINGS } from './import-limits.ts'
import { refusedFile } from './import-refused.ts'
import type { Sheet, SheetRow, Workbook } from './sheet.ts'

/** What is done with the cells below a heading. */
export interface TableColumn {
  heading: string
  /** null: the column is only reported. */
  field: ImportField | null
  /** Of a financeur and of its amount: which of the financeurs, from 1. */
  financeur?: number
  budget?: BudgetColumn
  /** Why it is only reported: one French sentence. */
  refusal: string | null
}

/** The plan's table, found in a workbook. */
export interface PlanTable {
  sheetName: string
  /** By column number. */
  columns: ReadonlyMap<number, TableColumn>
  /** The plan's name written above the headings, unless it is the template's own. */
  nom: string | null
  /** Below the headings. */
  rows: readonly SheetRow[]
  /** Other sheets that look like a plan's table, and are left out. */
  otherSheets: readonly string[]
}

/** Titles of the groups of columns, above the headings of the template. */
const GROUP_TITLES = new Set(
  [
    'Présentation de l’action',
    'Objectifs et indicateurs',
    'Acteurs',
    'Modalités de mise en œuvre',
    'Actions liées',
  ].map(headingKey),
)

interface Candidate {
  sheet: Sheet
  index: number
  /** Headings of the template found in the row. */
  score: number
}

/**
 * Finds the plan's table by its headings, whatever the sheet's name and place, the order of the columns and what stands above.
 * @throws ImportRefusedError when no sheet has a column of titles
 */
export function findTable({ sheets }: Workbook): PlanTable {
  const candidates = sheets.flatMap((sheet) => bestRow(sheet) ?? []).toSorted((a, b) => b.score - a.score)
  const [best, ...others] = candidates
  if (!best) {
    throw refusedFile(
      'Aucune feuille n’a les colonnes d’un plan : il faut au moins « Titre de la fiche action » et une autre colonne du modèle.',
    )
  }
  const { sheet, index } = best
  const headings = sheet.rows[index]
  if (!headings) throw new Error('a candidate names a row of its sheet')
  return {
    sheetName: sheet.name,
    columns: readHeadings(headings),
    nom: nameAbove({ sheet, index, headings }),
    rows: sheet.rows.slice(index + 1),
    otherSheets: others.map((other) => other.sheet.name),
  }
}

function bestRow(sheet: Sheet): Candidate | null {
  const candidates = sheet.rows.flatMap((row, index): Candidate[] => {
    if (row.number > MAX_ROWS_ABOVE_HEADINGS) return []
    const headings = [...headingsOf(row).values()]
    const score = headings.filter(isTemplateHeading).length
    return headings.some((heading) => fieldOfHeading(heading) === 'titre') && score > 1 ? [{ sheet, index, score }] : []
  })
  return candidates.toSorted((a, b) => b.score - a.score)[0] ?? null
}

function headingsOf(row: SheetRow): Map<number, string> {
  return new Map(
    row.cells.flatMap(({ column, content }): [number, string][] =>
      content.kind === 'text' ? [[column, content.text.trim().replaceAll(/\s+/g, ' ')]] : [],
    ),
  )
}

function readHeadings(row: SheetRow): Map<number, TableColumn> {
  const taken = new Set<string>()
  const columns = new Map<number, TableColumn>()
  let financeur = 0
  for (const [column, heading] of headingsOf(row)) {
    const field = fieldOfHeading(heading)
    if (!field) {
      columns.set(column, { heading, field: null, refusal: refusalOf(heading) })
      continue
    }
    if (field === 'financeur') financeur += 1
    const budget = field === 'budget' ? budgetOfHeading(heading) : null
    const key = keyOf({ column, field, financeur, budget })
    const refusal = refusalOfField({ heading, field, financeur, isTaken: taken.has(key) })
    taken.add(key)
    columns.set(column, {
      heading,
      field: refusal === null ? field : null,
      refusal,
      ...((field === 'financeur' || field === 'montant') && { financeur }),
      ...(budget && { budget }),
    })
  }
  return columns
}

interface FieldColumn {
  column: number
  field: ImportField
  financeur: number
  budget: BudgetColumn | null
}

/** Two columns of one key say the same thing: the second is left. */
function keyOf({ column, field, financeur, budget }: FieldColumn): string {
  if (field === 'montant') return `montant ${financeur}`
  if (budget) return `budget ${budget.type} ${budget.unite} ${budget.nature} ${budget.annee}`
  return isRepeated(field) ? `${field} ${column}` : field
}

function refusalOfField({
  heading,
  field,
  financeur,
  isTaken,
}: {
  heading: string
  field: ImportField
  financeur: number
  isTaken: boolean
}): string | null {
  if (field === 'montant' && financeur === 0) return `La colonne « ${heading} » ne suit aucun financeur.`
  return isTaken ? `Une colonne précédente est déjà lue comme « ${heading} ».` : null
}

function refusalOf(heading: string): string {
  if (isTemplateHeading(heading))
    return `La colonne « ${heading} » n’est pas importée : Pupitre n’a pas encore ce champ.`
  return `La colonne « ${heading} » ne fait pas partie du modèle.`
}

/** The plan's name stands just above the headings, over the first group of columns. */
function nameAbove({ sheet, index, headings }: { sheet: Sheet; index: number; headings: SheetRow }): string | null {
  const above = sheet.rows[index - 1]
  const titre = [...headingsOf(headings)].find(([, heading]) => fieldOfHeading(heading) === 'titre')?.[0] ?? 0
  const first =
    above && above.number === headings.number - 1 ? above.cells.find(({ column }) => column <= titre) : undefined
  if (first?.content.kind !== 'text') return null
  const nom = first.content.text.trim().replaceAll(/\s+/g, ' ')
  return GROUP_TITLES.has(headingKey(nom)) ? null : nom
}
