import type { Statut } from '../gql/graphql.ts'
import { STATUT_LABELS } from '../lib/vocabulary/fiche-labels.ts'
import classes from './statut-badge.module.css'

/** Where a fiche is. The word says it; the colour only helps to find it. */
export function StatutBadge({ statut }: { statut: Statut | null | undefined }) {
  if (!statut) {
    return (
      <span className={classes.badge} data-hollow>
        Sans statut
      </span>
    )
  }
  return (
    <span className={classes.badge} data-statut={statut}>
      {STATUT_LABELS[statut]}
    </span>
  )
}
