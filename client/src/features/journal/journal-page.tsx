import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { JournalList } from './journal-list.tsx'
import { journalQuery } from './journal-query.ts'
import { journalWhere } from './journal-search.ts'

const route = getRouteApi('/app/collectivites/$siren/journal')

/** What changed in a collectivité, by whom and when. */
export function JournalPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const apollo = useApolloClient()
  const { collectivite } = data
  const where = journalWhere(search)

  useRememberCollectivite(collectivite?.siren)
  if (!collectivite) return <NotFoundPage />
  return (
    <Page title={`Journal de ${collectivite.nom}`}>
      <PageHeader title="Journal" details={collectivite.nom} />
      <JournalFilters
        search={search}
        collectivite={collectivite}
        onChange={(chosen) => void navigate({ search: chosen, replace: true })}
      />
      <JournalList
        actes={collectivite.actes}
        siren={siren}
        isNarrowed={where !== null}
        empty="Qui change quoi, et quand, se lit ici : les plans, les fiches, leurs textes, les membres."
        loadAfter={(after) =>
          apollo.query({ query: journalQuery, variables: { siren, where, after }, fetchPolicy: 'network-only' })
        }
      />
    </Page>
  )
}
