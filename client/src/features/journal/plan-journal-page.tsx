import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { JournalList } from './journal-list.tsx'
import { planJournalQuery } from './journal-query.ts'
import { journalWhere } from './journal-search.ts'

const route = getRouteApi('/app/plans/$planUuid/journal')

/** What changed of a plan, by whom and when. */
export function PlanJournalPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const apollo = useApolloClient()
  const { plan } = data
  const where = journalWhere(search)

  useRememberCollectivite(plan?.collectivite.siren)
  if (!plan) return <NotFoundPage />
  const { uuid, nom } = plan
  return (
    <Page title={`Journal de ${nom}`}>
      <PageHeader
        title="Journal du plan"
        details={
          <AnchorLink to="/plans/$planUuid" params={{ planUuid: uuid }}>
            {nom}
          </AnchorLink>
        }
      />
      <JournalFilters
        search={search}
        collectivite={plan.collectivite}
        onChange={(chosen) => void navigate({ search: chosen, replace: true })}
      />
      <JournalList
        actes={plan.actes}
        siren={plan.collectivite.siren}
        about={uuid}
        isNarrowed={where !== null}
        empty="Qui change quoi dans ce plan, ses axes et ses emplacements, et quand, se lit ici."
        loadAfter={(after) =>
          apollo.query({ query: planJournalQuery, variables: { uuid, where, after }, fetchPolicy: 'network-only' })
        }
      />
    </Page>
  )
}
