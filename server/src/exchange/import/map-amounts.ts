import { MAX_FINANCEURS_PER_LIGNE } from '../../domain/financeur/financeur-rules.ts'
import { cellText } from './cell-text.ts'
import { failCell } from './fail-cell.ts'
import type { ImportFiche } from './import-plan.ts'
import type { ImportProblem } from './import-refused.ts'
import type { NameList } from './name-list.ts'
import { readMontant } from './read-montant.ts'
import type { FieldCell, RowCells } from './row-cells.ts'
import { columnLetters } from './sheet.ts'

/** Those who pay, each cell with the amount of its own column: several names in one cell share one amount. */
export function mapFinanceurs(
  cells: RowCells,
  { list, errors }: { list: NameList; errors: ImportProblem[] },
): ImportFiche['financeurs'] {
  const montants = new Map(cells.all('montant').map((each) => [each.column.financeur, each]))
  const lignes = cells.all('financeur').flatMap(({ cell, column }) => {
    const { keys, refusal } = list.read(cellText(cell.content), {
      row: cells.number,
      column: columnLetters(cell.column),
    })
    if (keys.length === 0) {
      cells.refuse(cell, refusal ?? 'Aucun nom de financeur n’est lisible ici.')
      return []
    }
    if (keys.length > MAX_FINANCEURS_PER_LIGNE) {
      const message = `Une ligne se partage entre ${MAX_FINANCEURS_PER_LIGNE} financeurs au plus : celle-ci en a ${keys.length}.`
      failCell(cells, { cell, errors, message })
    } else cells.accept(cell, { field: 'financeur' }, refusal ?? undefined)
    const montant = montants.get(column.financeur)
    montants.delete(column.financeur)
    return [{ keys, montant: montant ? mapMontant(cells, montant) : null }]
  })
  for (const { cell } of montants.values())
    cells.refuse(cell, 'Ce montant n’a pas de financeur : la cellule n’est pas importée.')
  return lignes
}

export function mapBudgets(cells: RowCells): ImportFiche['budgets'] {
  return cells.all('budget').flatMap((each) => {
    const { budget } = each.column
    if (!budget) throw new Error('the column of a budget says which')
    const montant = mapMontant(cells, each)
    return montant === null ? [] : [{ ...budget, montant }]
  })
}

function mapMontant(cells: RowCells, { cell, column }: FieldCell): string | null {
  const read = readMontant(cell.content)
  if (!read) {
    cells.refuse(cell, 'Ce montant n’est pas lisible : on attend un nombre positif, 12500 par exemple.')
    return null
  }
  cells.accept(
    cell,
    { field: column.field ?? 'montant' },
    read.rounded ? { info: `Un montant a deux décimales : ${read.montant.replace('.', ',')} est importé.` } : undefined,
  )
  return read.montant
}
