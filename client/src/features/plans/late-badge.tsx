import { counted } from '../../lib/text/french.ts'
import classes from './late-badge.module.css'

/** How many fiches are late; nothing to say when none is. */
export function LateBadge({ count }: { count: number }) {
  if (count === 0) return <span className={classes.none}>Aucun retard</span>
  return <span className={classes.late}>{counted(count, 'fiche en retard', 'fiches en retard')}</span>
}
