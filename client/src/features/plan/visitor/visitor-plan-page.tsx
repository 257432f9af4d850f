import { useReadQuery } from '@apollo/client/react'
import { Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { dateSpan } from '../../../lib/text/dates.ts'
import { counted } from '../../../lib/text/french.ts'
import { planTypeLabel } from '../../../lib/vocabulary/plan-types.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { NotPublishedPage } from '../../../ui/not-published-page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Page } from '../../../ui/page.tsx'
import { PlanPeopleLine } from '../people/plan-people-line.tsx'
import { useWholePlan } from '../use-plan.ts'
import { VisitorPlanFacts } from './visitor-plan-facts.tsx'
import { VisitorTree } from './visitor-tree.tsx'
import classes from './visitor-plan.module.css'

const route = getRouteApi('/visiteur/observatoire/plans/$planUuid')

/** A public plan as anybody reads it: its description, its axes and their fiches, where it is, its indicateurs. */
export function VisitorPlanPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { planUuid } = route.useParams()
  const loaded = useWholePlan(planUuid, data.plan ?? null)

  if (!loaded) return <NotPublishedPage />
  const { plan, tree, complete } = loaded
  const descriptions = new Map(plan.axes.edges.map(({ node: { id, description } }) => [id, description]))
  const dates = dateSpan({ start: plan.dateDebut ?? null, end: plan.dateFin ?? null })
  return (
    <Page title={plan.nom} wide>
      <PageHeader
        title={plan.nom}
        details={
          <>
            <div>
              <AnchorLink to="/observatoire" search={{ territoire: plan.collectivite.siren }} inherit>
                {plan.collectivite.nom}
              </AnchorLink>
              {' · '}
              {[
                planTypeLabel({ type: plan.type, typeAutre: plan.typeAutre }),
                dates,
                counted(plan.fichesCount, 'fiche', 'fiches'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <PlanPeopleLine plan={plan} />
          </>
        }
      />
      <div className={classes.columns}>
        <Stack gap="lg" className={classes.main}>
          {plan.description && (
            <section aria-labelledby="description">
              <Title order={2} id="description" mb="xs">
                Description
              </Title>
              <Text className={classes.text}>{plan.description}</Text>
            </section>
          )}
          <VisitorTree tree={tree} complete={complete} descriptions={descriptions} />
        </Stack>
        <VisitorPlanFacts plan={plan} />
      </div>
    </Page>
  )
}
