import { Text } from '@mantine/core'
import type { MaFicheFragment } from '../../gql/graphql.ts'
import { longDate } from '../../lib/text/dates.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { RowLink } from '../row-link.tsx'
import { StatutBadge } from '../statut-badge.tsx'
import classes from './ma-fiche-row.module.css'

/** One of one’s fiches: where it is, its statut, its échéance. */
export function MaFicheRow({ fiche, late }: { fiche: MaFicheFragment; late: boolean }) {
  const { uuid, titre, statut, dateFin, placements } = fiche
  const plans = [...new Set(placements.edges.map(({ node }) => node.plan.nom))]

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <RowLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} className={classes.link}>
          {titre.trim() || UNTITLED}
        </RowLink>
        <Text size="sm" c="dimmed">
          {plans.join(', ') || 'Hors plan'}
        </Text>
      </div>
      <span className={classes.statut}>
        <StatutBadge statut={statut} />
      </span>
      <span className={classes.date} data-late={late || undefined}>
        {dateFin ? `${late ? 'En retard, ' : ''}${longDate(dateFin)}` : 'Sans échéance'}
      </span>
    </li>
  )
}
