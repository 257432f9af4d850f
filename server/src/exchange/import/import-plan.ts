import type { TextDelta } from '@pupitre/document'
import type { Priorite, Statut } from '@pupitre/prisma'
import type { Day } from './calendar.ts'
import type { AxeField, ImportField, TextField } from './columns.ts'
import type { ImportProblem } from './import-refused.ts'

/** An axe to create, with those below it in order of appearance. */
export interface ImportAxe {
  nom: string
  enfants: ImportAxe[]
}

export interface ImportFiche {
  /** Where it comes from in the sheet. */
  row: number
  /** null: at the plan's root. */
  axe: ImportAxe | null
  titre: string
  textes: Partial<Record<TextField, TextDelta>>
  /** `key` of services of the plan to import. */
  services: string[]
  statut: Statut | null
  priorite: Priorite | null
  dateDebut: Day | null
  dateFin: Day | null
}

/** A service that the file names; whether it must be created is known only in the collectivité. */
export interface ImportService {
  nom: string
  /** What makes it the same as another: see `normaliseNom`. */
  key: string
  /** The first cell that names it. */
  row: number
  column: string
}

/** What became of a cell: it went into a field, it created something besides the fiche, or it is not imported and the sentence says why. */
export type CellOutcome = { field: ImportField } | { created: AxeField | 'service' } | { problem: string }

export type ReportedCell = {
  row: number
  /** Letters, as the spreadsheet shows them. */
  column: string
  heading: string | null
  value: string | number | boolean
  /** Imported, but not as it was written: one French sentence. */
  warning?: string
} & CellOutcome

/** What a file would create, and what becomes of each of its cells: enough to preview an import, and to carry it out. */
export interface ImportPlan {
  /** The plan's name, if the sheet says it. */
  nom: string | null
  sheetName: string
  /** Other sheets that look like a plan's table, and are left out. */
  otherSheets: readonly string[]
  axes: ImportAxe[]
  fiches: ImportFiche[]
  services: ImportService[]
  /** Every cell with something in it below the headings, the template's rows of instructions apart. */
  cells: ReportedCell[]
  /** What forbids the import. */
  errors: ImportProblem[]
}
