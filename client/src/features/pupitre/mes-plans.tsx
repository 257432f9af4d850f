import { Stack, Text, Title } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { counted } from '../../lib/text/french.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Surface } from '../../ui/surface.tsx'
import classes from './pupitre.module.css'

const monPlan = graphql(`
  fragment MonPlan on Plan {
    uuid
    nom
    type
    typeAutre
    fichesCount
  }
`)

/** The plans of which one is pilote or référent; nothing without any. */
export function MesPlans({ plans }: { plans: readonly ({ id: string } & FragmentType<typeof monPlan>)[] }) {
  if (plans.length === 0) return null
  return (
    <Stack component="section" gap="xs" aria-labelledby="mes-plans">
      <Title order={2} id="mes-plans">
        Mes plans
      </Title>
      <Surface>
        <PlainList>
          {plans.map((plan) => (
            <MonPlan key={plan.id} plan={plan} />
          ))}
        </PlainList>
      </Surface>
    </Stack>
  )
}

function MonPlan({ plan }: { plan: FragmentType<typeof monPlan> }) {
  const { uuid, nom, type, typeAutre, fichesCount } = readFragment(monPlan, plan)

  return (
    <li className={classes.plan}>
      <RowLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
        {nom}
      </RowLink>
      <Text size="sm" c="dimmed">
        {`${planTypeLabel({ type, typeAutre })} · ${counted(fichesCount, 'fiche', 'fiches')}`}
      </Text>
    </li>
  )
}
