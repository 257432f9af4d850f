import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { counted } from '../../lib/text/french.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { Surface } from '../../ui/surface.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import classes from './plan-list.module.css'

const planRow = graphql(`
  fragment PlanRow on Plan {
    uuid
    nom
    type
    typeAutre
    fichesCount
  }
`)

/** Each plan with its type and its size. */
export function PlanList({ plans }: { plans: readonly ({ id: string } & FragmentType<typeof planRow>)[] }) {
  return (
    <Surface>
      <PlainList>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </PlainList>
    </Surface>
  )
}

function PlanRow({ plan }: { plan: FragmentType<typeof planRow> }) {
  const { uuid, nom, type, typeAutre, fichesCount } = readFragment(planRow, plan)

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <RowLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
          {nom}
        </RowLink>
        <Text size="sm" c="dimmed">
          {planTypeLabel({ type, typeAutre })}
        </Text>
      </div>
      <Text size="sm" className={classes.count}>
        {counted(fichesCount, 'fiche', 'fiches')}
      </Text>
    </li>
  )
}
