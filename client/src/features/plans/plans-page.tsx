import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { Group } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { counted } from '../../lib/text/french.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { CreatePlan } from './create-plan.tsx'
import { plansQuery } from './plans-query.ts'
import { PlanModeles } from './modeles/plan-modeles.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import { PlansControls } from './plans-controls.tsx'
import { NoPlan } from './no-plan.tsx'
import { usePlansChanges } from './use-plans-changes.ts'

const route = getRouteApi('/app/collectivites/$siren/plans')

/** The plans of a collectivité. */
export function PlansPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const search = route.useSearch()
  const apollo = useApolloClient()
  const { collectivite } = data

  useRememberCollectivite(collectivite?.siren)
  const load = useCallback(
    (after: string | null) =>
      void apollo.query({
        query: plansQuery,
        variables: { siren, after },
        fetchPolicy: 'network-only',
        errorPolicy: 'all',
      }),
    [apollo, siren],
  )
  useNextPages({ pageInfo: collectivite?.plans.pageInfo, loadPage: load })
  usePlansChanges(collectivite?.plans.edges.map(({ node }) => node.uuid) ?? [], () => load(null))

  if (!collectivite) return <NotFoundPage />
  const all = collectivite.plans.edges.map(({ node }) => node)
  const plans = all.filter(({ archivedAt }) => !archivedAt)
  const archived = all.filter(({ archivedAt }) => archivedAt)
  const create = <CreatePlan scope={collectivite} />
  return (
    <Page title={`Plans de ${collectivite.nom}`} wide>
      <PageHeader
        title="Plans"
        details={
          plans.length > 0 ? `${collectivite.nom} · ${counted(plans.length, 'plan', 'plans')}` : collectivite.nom
        }
        actions={
          all.length > 0 && (
            <Group gap="sm">
              <ButtonLink to="/collectivites/$siren/doublons" params={{ siren }} variant="default">
                Doublons possibles
              </ButtonLink>
              <PlanModeles collectivite={collectivite} />
              {create}
            </Group>
          )
        }
      />
      {all.length === 0 && <NoPlan scope={collectivite} action={create} />}
      {all.length > 0 && (
        <>
          <PlansControls siren={siren} search={search} />
          <PlanTabs plans={plans} archived={archived} search={search} />
        </>
      )}
    </Page>
  )
}
