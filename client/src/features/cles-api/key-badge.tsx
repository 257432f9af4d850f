import type { KeyState } from './key-state.ts'
import classes from './key-badge.module.css'

const LABELS: Record<KeyState, string> = {
  ACTIVE: 'Active',
  BIENTOT: 'Expire bientôt',
  EXPIREE: 'Expirée',
  REVOQUEE: 'Révoquée',
  REMPLACEE: 'Remplacé',
}

/** What a key, or one of its secrets, is worth. */
export function KeyBadge({ state }: { state: KeyState }) {
  const isOver = state === 'REVOQUEE' || state === 'REMPLACEE'
  return (
    <span className={classes.badge} data-state={state} data-hollow={isOver || undefined}>
      {LABELS[state]}
    </span>
  )
}
