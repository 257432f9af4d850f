import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { Surface } from '../../ui/surface.tsx'
import { CorbeilleLine } from './corbeille-line.tsx'
import { corbeilleQuery } from './corbeille-query.ts'
import { useCorbeilleChanges } from './use-corbeille-changes.ts'
import { PlainList } from '../../ui/plain-list.tsx'

const route = getRouteApi('/app/collectivites/$siren/corbeille')

/** What was deleted in a collectivité, to put it back. */
export function CorbeillePage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const apollo = useApolloClient()
  const { collectivite } = data

  useRememberCollectivite(collectivite?.siren)
  useCorbeilleChanges(collectivite)
  useNextPages({
    pageInfo: collectivite?.corbeille.pageInfo,
    loadPage: useCallback(
      (after: string) =>
        void apollo.query({
          query: corbeilleQuery,
          variables: { siren, after },
          fetchPolicy: 'network-only',
          errorPolicy: 'all',
        }),
      [apollo, siren],
    ),
  })

  if (!collectivite) return <NotFoundPage />
  const lines = collectivite.corbeille.edges.map(({ node }) => node)
  return (
    <Page title={`Corbeille de ${collectivite.nom}`}>
      <PageHeader title="Corbeille" details={collectivite.nom} />
      {lines.length > 0 ? (
        <Surface>
          <PlainList>
            {lines.map((line) => (
              <CorbeilleLine key={line.id} line={line} collectiviteId={collectivite.id} />
            ))}
          </PlainList>
        </Surface>
      ) : (
        <EmptyState title="La corbeille est vide">
          {collectivite.viewerCanRestore
            ? 'Les plans, axes et fiches supprimés attendent ici d’être restaurés.'
            : 'Restaurer ce qui est supprimé demande le rôle éditeur ou admin.'}
        </EmptyState>
      )}
    </Page>
  )
}
