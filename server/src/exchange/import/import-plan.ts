import type { TextDelta } from '@pupitre/document'
import type {
  Cible,
  EffetAttendu,
  LabelGenre,
  ParticipationCitoyenne,
  Priorite,
  Statut,
  TempsDeMiseEnOeuvre,
} from '@pupitre/prisma'
import type { Day } from './calendar.ts'
import type { AxeField, BudgetColumn, ImportField, TextField } from './columns.ts'
import type { ImportProblem } from './import-refused.ts'

/** An axe to create, with those below it in order of appearance. */
export interface ImportAxe {
  nom: string
  enfants: ImportAxe[]
}

/** Labels of a fiche's own; those who pay are in its lines. */
export type FicheLabelGenre = Exclude<LabelGenre, 'FINANCEUR'>

export interface ImportFiche {
  /** Where it comes from in the sheet. */
  row: number
  /** null: at the plan's root. */
  axe: ImportAxe | null
  titre: string
  textes: Partial<Record<TextField, TextDelta>>
  statut: Statut | null
  priorite: Priorite | null
  dateDebut: Day | null
  dateFin: Day | null
  ameliorationContinue: boolean
  calendrier: string | null
  tempsDeMiseEnOeuvre: TempsDeMiseEnOeuvre | null
  participationCitoyenne: ParticipationCitoyenne | null
  participationDetail: string | null
  /** `key` of services of the plan to import; the same for those below. */
  services: string[]
  pilotes: string[]
  referents: string[]
  indicateurs: string[]
  labels: Record<FicheLabelGenre, string[]>
  cibles: Cible[]
  effetsAttendus: EffetAttendu[]
  /** Codes. */
  thematiques: string[]
  sousThematiques: string[]
  mesures: { code: string; titre: string }[]
  /** `keys`: those who share the amount, € HT. */
  financeurs: { keys: string[]; montant: string | null }[]
  budgets: (BudgetColumn & { montant: string })[]
  /** `date` null: the day of the import. */
  notes: { date: Day | null; texte: TextDelta }[]
  liees: ImportLink[]
  sousActions: ImportFiche[]
}

/** Another fiche, named by its title: of the same file, or of any plan that its reader may read. */
export interface ImportLink {
  nom: string
  key: string
  /** The cell that names it. */
  row: number
  column: string
}

/** Somebody or something that the file names; whether it must be created is known only in the collectivité. */
export interface ImportName {
  nom: string
  /** What makes it the same as another: see `normaliseNom`. */
  key: string
  /** The first cell that names it. */
  row: number
  column: string
}

/** What the fiches of a file name, each once. */
export interface ImportNames {
  services: ImportName[]
  personnes: ImportName[]
  indicateurs: ImportName[]
  labels: Record<LabelGenre, ImportName[]>
}

/** What naming something may create besides the fiche. */
export type NamedKind = 'service' | 'personne' | 'label' | 'indicateur'

/** What became of a cell: it went into a field, it created something besides the fiche, or it is not imported and the sentence says why. */
export type CellOutcome =
  | { field: ImportField }
  | { created: AxeField | NamedKind }
  | { problem: string; choices?: readonly string[] }

export type ReportedCell = {
  row: number
  /** Letters, as the spreadsheet shows them. */
  column: string
  heading: string | null
  value: string | number | boolean
  /** Imported, but not as it was written: one French sentence. */
  warning?: string
  /** Nothing is lost, nothing is doubtful: what is said of the cell needs nobody's consent. */
  isInfo?: boolean
} & CellOutcome

/** All that is to be known of an imported cell: what was read of it, and what is left out of its links. */
export function saidOf(cell: ReportedCell, leftLinks: ReadonlyMap<string, string>): string | undefined {
  const said = [leftLinks.get(`${cell.column}${cell.row}`), cell.warning].filter((sentence) => sentence !== undefined)
  return said.length > 0 ? said.join(' ') : undefined
}

/** What a file would create, and what becomes of each of its cells: enough to preview an import, and to carry it out. */
export interface ImportPlan extends ImportNames {
  /** The plan's name, if the sheet says it. */
  nom: string | null
  sheetName: string
  /** Other sheets that look like a plan's table, and are left out. */
  otherSheets: readonly string[]
  axes: ImportAxe[]
  fiches: ImportFiche[]
  /** Every cell with something in it below the headings, the template's rows of instructions apart. */
  cells: ReportedCell[]
  /** What forbids the import. */
  errors: ImportProblem[]
}
