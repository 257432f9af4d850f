import { useReadQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { DoublonLine } from './doublon-line.tsx'

const route = getRouteApi('/app/collectivites/$siren/doublons')

/** The fiches of a collectivité that may be written twice, pair by pair. */
export function DoublonsPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { collectivite } = data
  useRememberCollectivite(collectivite?.siren)

  if (!collectivite) return <NotFoundPage />
  const { edges, pageInfo } = collectivite.doublonsPossibles
  return (
    <Page title={`Doublons possibles de ${collectivite.nom}`}>
      <PageHeader title="Doublons possibles" details={collectivite.nom} />
      {edges.length === 0 ? (
        <EmptyState title="Aucun doublon possible">
          Parmi les fiches que vous pouvez lire, aucune ne ressemble assez à une autre.
        </EmptyState>
      ) : (
        <Surface>
          <PlainList>
            {edges.map(({ node }) => (
              <DoublonLine key={`${node.fiche.id} ${node.autre.id}`} pair={node} />
            ))}
          </PlainList>
        </Surface>
      )}
      {pageInfo.hasNextPage && (
        <Text size="sm" c="dimmed" mt="md">
          Voici les plus proches. D’autres viendront à leur place quand vous aurez traité celles-ci.
        </Text>
      )}
    </Page>
  )
}
