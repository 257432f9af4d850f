import { VisuallyHidden } from '@mantine/core'
import type { PlanChiffresFragment } from '../../gql/graphql.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { budgetTexts, realisees } from './plan-chiffres.ts'
import classes from './plan-table.module.css'
import { ProgressBar } from './progress-bar.tsx'

/** What is written where a plan says nothing. */
const NOTHING = '–'

/** A line for each plan, to compare them. */
export function PlanTable({ plans }: { plans: readonly PlanChiffresFragment[] }) {
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <VisuallyHidden component="caption">Avancement, retard et budget des plans</VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Avancement</th>
            <th scope="col" data-number>
              Réalisées
            </th>
            <th scope="col" data-number>
              En retard
            </th>
            <th scope="col" data-number>
              Budget prévu
            </th>
            <th scope="col" data-number>
              Budget réel
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlanLine({ plan }: { plan: PlanChiffresFragment }) {
  const { uuid, nom, avancement } = plan
  const { partRealisee, enRetardCount, fichesCount } = avancement
  const { done, awaited } = realisees(avancement)

  return (
    <tr>
      <th scope="row">
        <RowLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
          {nom}
        </RowLink>
        <span className={classes.type}>{planTypeLabel(plan)}</span>
      </th>
      <td>
        {partRealisee == null ? (
          NOTHING
        ) : (
          <span className={classes.progress}>
            <ProgressBar part={partRealisee} />
            <span>{`${Math.round(partRealisee * 100)}\u00a0%`}</span>
          </span>
        )}
      </td>
      <td data-number>
        {fichesCount === 0
          ? 'Aucune fiche'
          : `${done.toLocaleString('fr-FR')} sur\u00a0${awaited.toLocaleString('fr-FR')}`}
      </td>
      <td data-number data-late={enRetardCount > 0 || undefined}>
        {enRetardCount.toLocaleString('fr-FR')}
      </td>
      <td data-number>{budgetTexts(avancement, 'PREVISIONNEL').join(', ') || NOTHING}</td>
      <td data-number>{budgetTexts(avancement, 'REEL').join(', ') || NOTHING}</td>
    </tr>
  )
}
