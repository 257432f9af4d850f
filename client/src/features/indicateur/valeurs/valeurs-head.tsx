import { PART_LABELS, PARTS } from './valeur.ts'
import classes from './valeurs-grid.module.css'

/** The columns of the values. */
export function ValeursHead({ unite }: { unite: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">Période</th>
        {PARTS.map((part) => (
          <th key={part} scope="col" data-part={part}>
            {PART_LABELS[part]}
            {unite && part !== 'commentaire' && <span className={classes.unite}> ({unite})</span>}
          </th>
        ))}
      </tr>
    </thead>
  )
}
