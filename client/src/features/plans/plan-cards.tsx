import { Text } from '@mantine/core'
import type { PlanChiffresFragment } from '../../gql/graphql.ts'
import { dateSpan } from '../../lib/text/dates.ts'
import { counted } from '../../lib/text/french.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { LateBadge } from './late-badge.tsx'
import classes from './plan-cards.module.css'
import { budgetTexts, realisees } from './plan-chiffres.ts'
import { ProgressBar } from './progress-bar.tsx'

/** A card for each plan: what it is, how far, what it costs, how late. */
export function PlanCards({ plans }: { plans: readonly PlanChiffresFragment[] }) {
  return (
    <PlainList className={classes.cards}>
      {plans.map((plan) => (
        <li key={plan.id} className={classes.card}>
          <PlanCard plan={plan} />
        </li>
      ))}
    </PlainList>
  )
}

function PlanCard({ plan }: { plan: PlanChiffresFragment }) {
  const { uuid, nom, avancement } = plan
  const dates = dateSpan({ start: plan.dateDebut ?? null, end: plan.dateFin ?? null })
  const prevu = budgetTexts(avancement, 'PREVISIONNEL')
  const reel = budgetTexts(avancement, 'REEL')

  return (
    <>
      <div>
        <RowLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
          {nom}
        </RowLink>
        <Text size="sm" c="dimmed">
          {[planTypeLabel(plan), dates].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Progress avancement={avancement} />
      <div className={classes.foot}>
        <dl className={classes.budgets}>
          {prevu.length > 0 && <Budget label="Budget prévu" montants={prevu} />}
          {reel.length > 0 && <Budget label="Budget réel" montants={reel} />}
        </dl>
        {avancement.fichesCount > 0 && <LateBadge count={avancement.enRetardCount} />}
      </div>
    </>
  )
}

function Progress({ avancement }: { avancement: PlanChiffresFragment['avancement'] }) {
  const { fichesCount, partRealisee } = avancement
  const { done, awaited } = realisees(avancement)
  if (fichesCount === 0) {
    return (
      <Text size="sm" c="dimmed">
        Aucune fiche pour le moment
      </Text>
    )
  }
  if (partRealisee == null) {
    return (
      <Text size="sm" c="dimmed">
        {counted(fichesCount, 'fiche abandonnée', 'fiches, toutes abandonnées')}
      </Text>
    )
  }
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <span>{`${counted(done, 'fiche réalisée', 'fiches réalisées')} sur\u00a0${awaited.toLocaleString('fr-FR')}`}</span>
        <span className={classes.part}>{`${Math.round(partRealisee * 100)}\u00a0%`}</span>
      </div>
      <ProgressBar part={partRealisee} />
    </div>
  )
}

function Budget({ label, montants }: { label: string; montants: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{montants.join(', ')}</dd>
    </div>
  )
}
