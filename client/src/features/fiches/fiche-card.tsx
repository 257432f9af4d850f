import { Text } from '@mantine/core'
import { longDate } from '../../lib/text/dates.ts'
import { isLate } from '../../lib/text/lateness.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { PrioriteLabel } from '../../ui/priorite-label.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import { placesText } from './places-text.ts'
import type { FicheLine } from './use-fiches.ts'
import classes from './fiche-card.module.css'

/** What a card says of a fiche: its titre, which opens it, where it stands, until when, by whom and where. */
export function FicheCard({
  line,
  today,
  isBrief = false,
  without,
}: {
  line: FicheLine
  today: string
  isBrief?: boolean
  /** What is said around it already. */
  without?: string
}) {
  const late = isLate(line, today)
  const people = [...line.pilotes, ...line.services].map(({ nom }) => nom).join(', ')
  return (
    <>
      <RowLink to="/fiches/$ficheUuid" params={{ ficheUuid: line.uuid }} className={classes.titre} draggable={false}>
        {line.titre.trim() || UNTITLED}
      </RowLink>
      <div className={classes.facts}>
        {without !== 'statut' && <StatutBadge statut={line.statut} />}
        {without !== 'priorite' && <PrioriteLabel priorite={line.priorite} />}
        {line.dateFin && (
          <span className={classes.day} data-late={late || undefined}>
            {late ? 'En retard, ' : ''}
            {longDate(line.dateFin)}
          </span>
        )}
      </div>
      {people && <Text size="sm">{people}</Text>}
      {!isBrief && (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {placesText(line) || 'Hors plan'}
        </Text>
      )}
    </>
  )
}
