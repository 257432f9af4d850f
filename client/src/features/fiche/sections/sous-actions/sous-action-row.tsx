import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconLogout2 } from '@tabler/icons-react'
import type { Statut } from '../../../../gql/graphql.ts'
import { UNTITLED } from '../../../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { StatutBadge } from '../../../../ui/statut-badge.tsx'
import classes from '../sections.module.css'

const STEPS = [
  { step: -1, label: 'Monter', Icon: IconArrowUp },
  { step: 1, label: 'Descendre', Icon: IconArrowDown },
] as const

/** A sous-action of the list: its title, where it is, and the way to move it. */
export function SousActionRow({
  sousAction: { uuid, titre, statut },
  isFirst,
  isLast,
  readOnly,
  onMove,
  onTakeOut,
}: {
  sousAction: { uuid: string; titre: string; statut?: Statut | null }
  isFirst: boolean
  isLast: boolean
  readOnly: boolean
  onMove: (step: -1 | 1) => void
  /** Without it, the sous-action stays in its fiche. */
  onTakeOut?: () => void
}) {
  const name = titre.trim() || UNTITLED
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} size="sm">
          {name}
        </AnchorLink>
      </span>
      <span className={classes.actions}>
        <StatutBadge statut={statut} />
        {!readOnly &&
          STEPS.map(({ step, label, Icon }) => {
            const atEnd = step === -1 ? isFirst : isLast
            return (
              <ActionIcon
                key={step}
                variant="subtle"
                color="gray"
                // Not disabled: the focus stays where the keyboard is.
                aria-disabled={atEnd}
                data-disabled={atEnd || undefined}
                onClick={() => !atEnd && onMove(step)}
                aria-label={`${label} ${name}`}
              >
                <Icon size={16} aria-hidden />
              </ActionIcon>
            )
          })}
        {onTakeOut && (
          <ActionIcon variant="subtle" color="gray" onClick={onTakeOut} aria-label={`Sortir ${name} de cette fiche`}>
            <IconLogout2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </li>
  )
}
