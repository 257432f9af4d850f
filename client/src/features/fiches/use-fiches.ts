import { useApolloClient, useQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { collectivitesOf, useViewer } from '../../app/viewer.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FichesQuery } from '../../gql/graphql.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { ficheLine, ficheLineChamps, fichesQuery } from './fiches-query.ts'
import { fichesVariables } from './fiches-variables.ts'
import { useFichesChanges } from './use-fiches-changes.ts'

const route = getRouteApi('/app/collectivites/$siren/fiches')

/** Most fiches that a view shows: past these, nobody reads a list, and the filters are what helps. */
export const MAX_SHOWN = 2_000

/** The collectivité of the page: the route has seen that there is one. */
export function useFichesCollectivite() {
  const { siren } = route.useParams()
  const found = collectivitesOf(useViewer()).find((one) => one.siren === siren)
  if (!found) throw new Error('the route has looked for the collectivité')
  return found
}

/** The fiches that the address asks for, which grow until all have come, or too many. What was shown stays while others are read. */
export function useFiches() {
  const collectivite = useFichesCollectivite()
  const search = route.useSearch()
  const apollo = useApolloClient()
  const variables = useMemo(() => fichesVariables(search, collectivite), [search, collectivite])
  const { data, previousData, error, refetch } = useQuery(fichesQuery, { variables, fetchPolicy: 'cache-and-network' })
  useFichesChanges(collectivite.siren, () => void refetch().catch(() => undefined))
  const isFull = (data?.fiches.edges.length ?? 0) >= MAX_SHOWN

  useNextPages({
    pageInfo: isFull ? undefined : data?.fiches.pageInfo,
    loadPage: useCallback(
      (after: string) =>
        void apollo.query({
          query: fichesQuery,
          variables: { ...variables, after },
          fetchPolicy: 'network-only',
          errorPolicy: 'all',
        }),
      [apollo, variables],
    ),
  })

  // What was shown answers other filters: it does not stay under a refusal of these.
  const failed = error !== undefined && !data
  const shown = failed ? undefined : (data ?? previousData)
  const list = useMemo(() => (shown ? read(shown) : null), [shown])
  return {
    list,
    isFull,
    isStale: data === undefined,
    failed,
    retry: () => void refetch(),
  }
}

/** Where the list is of several plans. */
const NO_CHAMPS: readonly never[] = []

function read({ collectivite, fiches }: FichesQuery) {
  return {
    timeZone: collectivite?.timeZone ?? 'Europe/Paris',
    lines: fiches.edges.map(({ node }) => ({
      ...readFragment(ficheLine, node),
      /** In the champs of the plan that the list is narrowed to, and of others that hold the fiche. */
      champs: readFragment(ficheLineChamps, node)?.champsPropres ?? NO_CHAMPS,
    })),
    complete: !fiches.pageInfo.hasNextPage,
  }
}

/** A fiche of the page. */
export type FicheLine = ReturnType<typeof read>['lines'][number]
