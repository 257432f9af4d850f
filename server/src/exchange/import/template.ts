import Excel from 'exceljs'
import { headingOf, type ImportField } from './columns.ts'
import {
  CIBLE_CHOICES,
  EFFET_CHOICES,
  PARTICIPATION_CHOICES,
  PRIORITE_CHOICES,
  STATUT_CHOICES,
  TEMPS_CHOICES,
} from './read-choice.ts'
import type { ThematiqueChoices } from './thematiques.ts'

interface TemplateColumn {
  heading: string
  /** What to write there. */
  instruction: string
  width?: number
  /** The only values that a cell may hold. */
  choices?: readonly string[]
}

/** What marks our own instructions, so that they are never taken for data. */
export const INSTRUCTION_MARK = 'Consigne Pupitre'

/** Rows below the instructions where lists are offered: as many as the largest plan seen has, five times over. */
const GUIDED_ROWS = 1000

const COMMAS = 'plusieurs noms séparés par des virgules'
const LINES = 'un par ligne, ou séparés par des points-virgules'

function of(
  field: Exclude<ImportField, 'financeur' | 'montant' | 'budget'>,
  instruction: string,
  more: Partial<TemplateColumn> = {},
) {
  return { heading: headingOf(field), instruction, ...more }
}

/** Our template's columns, in the order of a fiche's page. Each heading is one that the import reads. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  of('axe', 'le même nom sur chaque ligne de l’axe', { width: 28 }),
  of('sousAxe', 'facultatif', { width: 28 }),
  of('sousSousAxe', 'facultatif', { width: 28 }),
  of('titre', '300 caractères au plus ; une ligne par fiche', { width: 44 }),
  of('sousAction', 'sur une ligne qui répète le titre de la fiche', { width: 32 }),
  of('description', 'texte libre', { width: 48 }),
  of('objectifs', 'texte libre', { width: 40 }),
  of('thematiques', 'voir la feuille « Listes », séparées par des virgules', { width: 32 }),
  of('sousThematiques', 'voir la feuille « Listes », séparées par des virgules', { width: 32 }),
  of('effetsAttendus', 'voir la feuille « Listes », séparés par des virgules', { width: 32 }),
  of('cibles', 'voir la feuille « Listes », séparées par des virgules', { width: 28 }),
  of('indicateurs', LINES, { width: 32 }),
  of('services', COMMAS, { width: 28 }),
  of('pilotes', COMMAS, { width: 28 }),
  of('referents', COMMAS, { width: 28 }),
  of('structures', COMMAS, { width: 28 }),
  of('partenaires', COMMAS, { width: 28 }),
  of('instancesGouvernance', LINES, { width: 28 }),
  of('participationCitoyenne', 'choisir dans la liste', { choices: PARTICIPATION_CHOICES.labels }),
  of('participationDetail', 'texte libre', { width: 32 }),
  of('moyens', 'texte libre', { width: 40 }),
  of('financements', 'texte libre', { width: 40 }),
  { heading: 'Financeur 1', instruction: `${COMMAS} qui partagent un montant` },
  { heading: 'Montant € HT', instruction: 'un nombre' },
  { heading: 'Financeur 2', instruction: COMMAS },
  { heading: 'Montant € HT', instruction: 'un nombre' },
  { heading: 'Financeur 3', instruction: COMMAS },
  { heading: 'Montant € HT', instruction: 'un nombre' },
  { heading: 'Budget prévisionnel total € HT', instruction: 'un nombre' },
  { heading: 'Budget prévisionnel investissement total € HT', instruction: 'un nombre' },
  { heading: 'Budget prévisionnel fonctionnement total € HT', instruction: 'un nombre' },
  { heading: 'Budget réel total € HT', instruction: 'un nombre' },
  { heading: 'Budget prévisionnel total ETP', instruction: 'un nombre' },
  of('statut', 'choisir dans la liste', { choices: STATUT_CHOICES.labels }),
  of('priorite', 'choisir dans la liste', { choices: PRIORITE_CHOICES.labels }),
  of('dateDebut', 'JJ/MM/AAAA'),
  of('dateFin', 'JJ/MM/AAAA'),
  of('ameliorationContinue', 'VRAI si l’action se répète tous les ans', { choices: ['VRAI', 'FAUX'] }),
  of('calendrier', 'texte libre', { width: 32 }),
  of('tempsDeMiseEnOeuvre', 'choisir dans la liste', { choices: TEMPS_CHOICES.labels }),
  of('mesuresLiees', `code et titre, ${LINES}`, { width: 32 }),
  of('fichesLiees', `titres exacts, ${LINES}`, { width: 32 }),
  of('notes', 'une ligne qui commence par « JJ/MM/AAAA : » commence une note', { width: 40 }),
  of('tags', COMMAS, { width: 24 }),
]

/** Our own template, as an .xlsx file: a sheet to fill, and the lists that its columns take their values from. */
export async function buildTemplate(thematiques: ThematiqueChoices): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('Plan', { views: [{ state: 'frozen', xSplit: 4, ySplit: 2 }] })
  sheet.addRow(TEMPLATE_COLUMNS.map(({ heading }) => heading))
  sheet.addRow(TEMPLATE_COLUMNS.map(({ instruction }) => `${INSTRUCTION_MARK} : ${instruction}`))
  style(sheet)
  const lists = addLists(workbook, thematiques)
  for (const [index, { width = 20, choices }] of TEMPLATE_COLUMNS.entries()) {
    const column = sheet.getColumn(index + 1)
    column.width = width
    const range = choices && lists.get(choices)
    if (!range) continue
    for (let row = 3; row < 3 + GUIDED_ROWS; row++) {
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [range],
        showErrorMessage: true,
        errorTitle: 'Valeur inconnue',
        error: 'Choisissez une valeur de la liste.',
      }
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function style(sheet: Excel.Worksheet): void {
  const headings = sheet.getRow(1)
  headings.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  headings.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } }
  headings.alignment = { wrapText: true, vertical: 'middle' }
  headings.height = 34
  const instructions = sheet.getRow(2)
  instructions.font = { italic: true, size: 9, color: { argb: 'FF444444' } }
  instructions.alignment = { wrapText: true, vertical: 'top' }
  instructions.height = 48
}

/** Writes each list in a column of its own sheet. Answers the range of those that cells are held to. */
function addLists(workbook: Excel.Workbook, { thematiques, sousThematiques }: ThematiqueChoices) {
  const sheet = workbook.addWorksheet('Listes')
  const lists: [title: string, labels: readonly string[]][] = [
    ['Statuts', STATUT_CHOICES.labels],
    ['Priorités', PRIORITE_CHOICES.labels],
    ['Participation', PARTICIPATION_CHOICES.labels],
    ['Temps', TEMPS_CHOICES.labels],
    ['Oui ou non', TEMPLATE_COLUMNS.find(({ choices }) => choices?.includes('VRAI'))?.choices ?? []],
    ['Public visé', CIBLE_CHOICES.labels],
    ['Effets', EFFET_CHOICES.labels],
    ['Liste des thématiques', thematiques.labels],
    ['Liste des sous-thématiques', sousThematiques.labels],
  ]
  const ranges = new Map<readonly string[], string>()
  for (const [index, [title, labels]] of lists.entries()) {
    const column = sheet.getColumn(index + 1)
    column.values = [title, ...labels]
    column.width = 34
    ranges.set(labels, `Listes!$${column.letter}$2:$${column.letter}$${labels.length + 1}`)
  }
  sheet.getRow(1).font = { bold: true }
  return ranges
}
