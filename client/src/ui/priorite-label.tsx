import { IconArrowDown, IconArrowUp, IconMinus } from '@tabler/icons-react'
import type { Priorite } from '../gql/graphql.ts'
import { PRIORITE_LABELS } from '../lib/vocabulary/fiche-labels.ts'
import classes from './priorite-label.module.css'

const ICONS = { ELEVE: IconArrowUp, MOYEN: IconMinus, BAS: IconArrowDown } satisfies Record<Priorite, unknown>

/** How much a fiche matters; nothing where it was not said. */
export function PrioriteLabel({ priorite }: { priorite: Priorite | null | undefined }) {
  if (!priorite) return null
  const Icon = ICONS[priorite]
  return (
    <span className={classes.label} data-priorite={priorite} title={`Priorité : ${PRIORITE_LABELS[priorite]}`}>
      <Icon size={15} stroke={2} aria-hidden />
      {PRIORITE_LABELS[priorite]}
    </span>
  )
}
