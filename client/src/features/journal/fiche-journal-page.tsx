import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { JournalList } from './journal-list.tsx'
import { ficheJournalQuery } from './journal-query.ts'
import { journalWhere } from './journal-search.ts'

const route = getRouteApi('/app/fiches/$ficheUuid/journal')

/** What changed of a fiche, by whom and when. */
export function FicheJournalPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const apollo = useApolloClient()
  const { fiche } = data
  const where = journalWhere(search)

  useRememberCollectivite(fiche?.collectivite.siren)
  if (!fiche) return <NotFoundPage />
  const { uuid } = fiche
  const titre = fiche.titre || UNTITLED
  return (
    <Page title={`Journal de ${titre}`}>
      <PageHeader
        title="Journal de la fiche"
        details={
          <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }}>
            {titre}
          </AnchorLink>
        }
      />
      <JournalFilters
        search={search}
        collectivite={fiche.collectivite}
        onChange={(chosen) => void navigate({ search: chosen, replace: true })}
      />
      <JournalList
        actes={fiche.actes}
        siren={fiche.collectivite.siren}
        about={uuid}
        isNarrowed={where !== null}
        empty="Qui change quoi dans cette fiche, et quand, se lit ici."
        loadAfter={(after) =>
          apollo.query({ query: ficheJournalQuery, variables: { uuid, where, after }, fetchPolicy: 'network-only' })
        }
      />
    </Page>
  )
}
