import { memo, type MouseEvent } from 'react'
import { Link } from '@tanstack/react-router'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import type { FicheLine } from '../use-fiches.ts'
import { CellEditor, CellValue, isEditable } from './cells.tsx'
import type { ShownColonne } from './use-colonnes.ts'
import { FIRST_COLUMN, SELECT_COLUMN, TITRE_COLUMN, type TableFocus } from './table-keys.ts'
import { useLineEdit } from './use-line-edit.ts'
import classes from './table.module.css'

interface RowProps {
  line: FicheLine
  /** Its place in the list, from 0. */
  row: number
  colonnes: readonly ShownColonne[]
  today: string
  siren: string
  selected: boolean
  /** The column of the cell that Tab comes to, when it is in this row. */
  activeColumn: number | null
  isEditing: boolean
  /** Whether fiches may be selected here at all. */
  isSelectable: boolean
  focus: TableFocus
  onSelect: (id: string, isRange: boolean) => void
}

/** A fiche, a line of the table. */
export const FicheRow = memo(function FicheRow({
  line,
  row,
  colonnes,
  today,
  siren,
  selected,
  activeColumn,
  isEditing,
  isSelectable,
  focus,
  onSelect,
}: RowProps) {
  const { shown, change } = useLineEdit(line)
  const name = line.titre.trim() || UNTITLED
  const cell = (column: number) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: activeColumn === column ? 0 : -1,
  })

  return (
    <tr className={classes.row} aria-rowindex={row + 2} aria-selected={isSelectable ? selected : undefined}>
      {isSelectable && (
        <td className={classes.select}>
          <input
            {...cell(SELECT_COLUMN)}
            type="checkbox"
            checked={selected}
            aria-label={`Sélectionner ${name}`}
            onClick={(event: MouseEvent) => onSelect(line.id, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      <th scope="row" className={classes.titre} data-after-select={isSelectable || undefined}>
        <Link
          to="/fiches/$ficheUuid"
          params={{ ficheUuid: line.uuid }}
          className={classes.link}
          title={name}
          preload={false}
          {...cell(TITRE_COLUMN)}
        >
          {name}
        </Link>
      </th>
      {colonnes.map((colonne, index) => {
        const column = FIRST_COLUMN + index
        const editable = line.viewerCanUpdate && isEditable(colonne.name)
        const editing = editable && isEditing && activeColumn === column
        return (
          <td
            key={colonne.name}
            {...cell(column)}
            className={classes.cell}
            data-editable={editable || undefined}
            data-editing={editing || undefined}
            aria-readonly={!editable}
            onClick={() => (editable ? focus.edit(row, column) : focus.to(row, column))}
          >
            {editing ? (
              <CellEditor colonne={colonne} line={shown} siren={siren} onChange={change} onDone={focus.done} />
            ) : (
              <div className={classes.value}>
                <CellValue colonne={colonne} line={shown} today={today} />
              </div>
            )}
          </td>
        )
      })}
    </tr>
  )
})
