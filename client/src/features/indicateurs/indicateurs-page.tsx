import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { counted } from '../../lib/text/french.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { CreateIndicateur } from './create-indicateur.tsx'
import { IndicateurList } from './indicateur-list.tsx'
import { indicateursQuery } from './indicateurs-query.ts'

const route = getRouteApi('/app/collectivites/$siren/indicateurs')

/** The indicateurs of a collectivité. */
export function IndicateursPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const apollo = useApolloClient()
  const { collectivite } = data

  useRememberCollectivite(collectivite?.siren)
  useNextPages({
    pageInfo: collectivite?.indicateurs.pageInfo,
    loadPage: useCallback(
      (after: string) =>
        void apollo.query({
          query: indicateursQuery,
          variables: { siren, after },
          fetchPolicy: 'network-only',
          errorPolicy: 'all',
        }),
      [apollo, siren],
    ),
  })

  if (!collectivite) return <NotFoundPage />
  const { id, nom, viewerCanCreateIndicateur } = collectivite
  const indicateurs = collectivite.indicateurs.edges.map(({ node }) => node)
  const create = viewerCanCreateIndicateur && <CreateIndicateur collectiviteId={id} />
  const count = counted(indicateurs.length, 'indicateur', 'indicateurs')
  return (
    <Page title={`Indicateurs de ${nom}`}>
      <PageHeader
        title="Indicateurs"
        details={indicateurs.length > 0 ? `${nom} · ${count}` : nom}
        actions={indicateurs.length > 0 && create}
      />
      {indicateurs.length > 0 ? (
        <IndicateurList indicateurs={indicateurs} />
      ) : (
        <EmptyState title="Aucun indicateur pour le moment" action={create}>
          {viewerCanCreateIndicateur
            ? 'Un indicateur suit dans le temps ce que vos plans changent : une consommation, une part, un nombre. Créez le premier, puis liez-le à vos fiches et à vos axes.'
            : 'Les indicateurs créés par les éditeurs de votre collectivité apparaîtront ici.'}
        </EmptyState>
      )}
    </Page>
  )
}
