import { cellText } from './cell-text.ts'
import { TEXT_FIELDS, type ImportField } from './columns.ts'
import type { ImportFiche } from './import-plan.ts'
import { mapBudgets, mapFinanceurs } from './map-amounts.ts'
import { mapDates } from './map-dates.ts'
import { mapLiees, mapMesures, mapNotes } from './map-lists.ts'
import type { TableState } from './map-row.ts'
import type { NameList } from './name-list.ts'
import {
  CIBLE_CHOICES,
  type Choices,
  EFFET_CHOICES,
  PARTICIPATION_CHOICES,
  PRIORITE_CHOICES,
  readBoolean,
  readStatut,
  STATUT_CHOICES,
  TEMPS_CHOICES,
} from './read-choice.ts'
import type { RowCells } from './row-cells.ts'
import { columnLetters, type SheetCell } from './sheet.ts'
import { textToDelta } from './text-delta.ts'

/** Free text beside a field: what does not fit is for the live texts. */
const MAX_DETAIL_CHARACTERS = 5000

type Fields = Omit<ImportFiche, 'row' | 'axe' | 'titre' | 'sousActions'>

/** Reads every cell of a row but its axes and titles. */
export function mapFields(cells: RowCells, state: TableState): Fields {
  const { lists } = state
  const { labels } = lists
  const names = (field: ImportField, list: NameList) => mapNames(cells, { field, list })
  return {
    textes: mapTextes(cells),
    statut: mapStatut(cells),
    priorite: mapChoice(cells, { field: 'priorite', choices: PRIORITE_CHOICES }),
    ...mapDates(cells, state),
    ameliorationContinue: mapAmeliorationContinue(cells),
    calendrier: mapDetail(cells, 'calendrier'),
    tempsDeMiseEnOeuvre: mapChoice(cells, { field: 'tempsDeMiseEnOeuvre', choices: TEMPS_CHOICES }),
    participationCitoyenne: mapChoice(cells, { field: 'participationCitoyenne', choices: PARTICIPATION_CHOICES }),
    participationDetail: mapDetail(cells, 'participationDetail'),
    services: names('services', lists.services),
    pilotes: names('pilotes', lists.personnes),
    referents: names('referents', lists.personnes),
    indicateurs: names('indicateurs', lists.indicateurs),
    labels: {
      STRUCTURE: names('structures', labels.STRUCTURE),
      PARTENAIRE: names('partenaires', labels.PARTENAIRE),
      INSTANCE_GOUVERNANCE: names('instancesGouvernance', labels.INSTANCE_GOUVERNANCE),
      TAG: names('tags', labels.TAG),
    },
    cibles: mapChoices(cells, { field: 'cibles', choices: CIBLE_CHOICES }),
    effetsAttendus: mapChoices(cells, { field: 'effetsAttendus', choices: EFFET_CHOICES }),
    ...mapThematiques(cells, state),
    mesures: mapMesures(cells),
    financeurs: mapFinanceurs(cells, { list: labels.FINANCEUR, errors: state.errors }),
    budgets: mapBudgets(cells),
    notes: mapNotes(cells),
    liees: mapLiees(cells),
  }
}

function mapTextes(cells: RowCells): ImportFiche['textes'] {
  const textes: ImportFiche['textes'] = {}
  for (const field of TEXT_FIELDS) {
    const cell = cells.get(field)
    if (!cell) continue
    textes[field] = textToDelta(cellText(cell.content))
    cells.accept(cell, { field })
  }
  return textes
}

function mapStatut(cells: RowCells): ImportFiche['statut'] {
  const cell = cells.get('statut')
  if (!cell) return null
  const read = readStatut(cellText(cell.content))
  if (!read) return refuseChoice(cells, { cell, choices: STATUT_CHOICES })
  cells.accept(
    cell,
    { field: 'statut' },
    read.late
      ? { info: '« En retard » se calcule ici d’après la date de fin : le statut devient En cours.' }
      : undefined,
  )
  return read.statut
}

function mapChoice<Value extends string>(
  cells: RowCells,
  { field, choices }: { field: ImportField; choices: Choices<Value> },
): Value | null {
  const cell = cells.get(field)
  if (!cell) return null
  const read = choices.read(cellText(cell.content))
  if (!read) return refuseChoice(cells, { cell, choices })
  cells.accept(cell, { field })
  return read
}

function refuseChoice(cells: RowCells, { cell, choices }: { cell: SheetCell; choices: Choices<string> }): null {
  const expected = `${choices.labels.slice(0, -1).join(', ')} ou ${choices.labels.at(-1) ?? ''}`
  cells.refuse(cell, `Cette valeur n’est pas connue : on attend ${expected}.`, choices.labels)
  return null
}

function mapChoices<Value extends string>(
  cells: RowCells,
  { field, choices }: { field: ImportField; choices: Choices<Value> },
): Value[] {
  const cell = cells.get(field)
  if (!cell) return []
  const { values, unknown } = choices.readAll(cellText(cell.content))
  const left = unknown.map((text) => `« ${text} »`).join(', ')
  if (values.length === 0) cells.refuse(cell, 'Aucune valeur de la liste n’est reconnue ici.', choices.labels)
  else cells.accept(cell, { field }, unknown.length > 0 ? `${left} ne fait pas partie de la liste.` : undefined)
  return values
}

/** A sous-thématique brings its thématique. */
function mapThematiques(
  cells: RowCells,
  { thematiques: known }: TableState,
): Pick<ImportFiche, 'thematiques' | 'sousThematiques'> {
  const thematiques = mapChoices(cells, { field: 'thematiques', choices: known.thematiques })
  const sousThematiques = mapChoices(cells, { field: 'sousThematiques', choices: known.sousThematiques })
  const parents = sousThematiques.flatMap((code) => known.thematiqueOf.get(code) ?? [])
  return { thematiques: [...new Set([...thematiques, ...parents])], sousThematiques }
}

function mapAmeliorationContinue(cells: RowCells): boolean {
  const cell = cells.get('ameliorationContinue')
  if (!cell) return false
  const read = readBoolean(cellText(cell.content))
  if (read === null) cells.refuse(cell, 'On attend ici VRAI ou FAUX.', ['VRAI', 'FAUX'])
  else cells.accept(cell, { field: 'ameliorationContinue' })
  return read ?? false
}

function mapDetail(cells: RowCells, field: 'calendrier' | 'participationDetail'): string | null {
  const cell = cells.get(field)
  if (!cell) return null
  const text = cellText(cell.content).trim()
  if ([...text].length > MAX_DETAIL_CHARACTERS) {
    cells.refuse(cell, `Ce texte tient en ${MAX_DETAIL_CHARACTERS.toLocaleString('fr-FR')} caractères.`)
    return null
  }
  cells.accept(cell, { field })
  return text
}

function mapNames(cells: RowCells, { field, list }: { field: ImportField; list: NameList }): string[] {
  const cell = cells.get(field)
  if (!cell) return []
  const { keys, refusal } = list.read(cellText(cell.content), {
    row: cells.number,
    column: columnLetters(cell.column),
  })
  if (keys.length === 0) cells.refuse(cell, refusal ?? 'Aucun nom n’est lisible ici.')
  else cells.accept(cell, { field }, refusal ?? undefined)
  return keys
}
