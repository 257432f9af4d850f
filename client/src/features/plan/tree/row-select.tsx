import type { MouseEvent } from 'react'
import classes from './tree-row.module.css'

/** The box that selects a line, alone or up to it with Maj. */
export function RowSelect({
  name,
  selected,
  onSelect,
}: {
  name: string
  selected: boolean
  onSelect: (event: MouseEvent) => void
}) {
  return (
    <span className={classes.select}>
      <input
        type="checkbox"
        checked={selected}
        aria-label={`Sélectionner ${name}`}
        onClick={onSelect}
        onChange={() => undefined}
      />
    </span>
  )
}
