import { useApolloClient, useReadQuery, useSubscription } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { readFragment } from '../../gql/fragment-masking.ts'
import { oneAtATime } from '../../lib/graphql/one-at-a-time.ts'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { indicateurChangedSubscription, indicateurQuery, indicateurValeurs } from './indicateur-query.ts'

const route = getRouteApi('/app/indicateurs/$indicateurUuid')

/** The indicateur of the page with all its values, kept as they are now; null where there is no such indicateur. */
export function useIndicateur() {
  const { data } = useReadQuery(route.useLoaderData())
  const { indicateurUuid: uuid } = route.useParams()
  const apollo = useApolloClient()
  const indicateur = data.indicateur ?? null
  const valeurs = readFragment(indicateurValeurs, indicateur)?.valeurs

  const load = useCallback(
    async (after: string | null) => {
      await apollo
        .query({
          query: indicateurQuery,
          variables: after === null ? { uuid } : { uuid, after },
          fetchPolicy: 'network-only',
          errorPolicy: 'all',
          // An answer on its way already may be older than what one asks for.
          context: { queryDeduplication: false },
        })
        // The server is away: the page keeps what it shows, and reads again once the socket is back.
        .catch(() => undefined)
    },
    [apollo, uuid],
  )
  const reload = useMemo(() => oneAtATime(() => load(null)), [load])

  useNextPages({
    pageInfo: valeurs?.pageInfo,
    loadPage: useCallback((after: string) => void load(after), [load]),
  })
  useSubscription(indicateurChangedSubscription, {
    variables: { uuid },
    skip: indicateur === null,
    onData: () => void reload(),
    ignoreResults: true,
  })

  const stored = useMemo(
    () =>
      valeurs?.edges.map(({ node: { periode, objectif, realise, commentaire } }) => ({
        periode,
        objectif: objectif ?? null,
        realise: realise ?? null,
        commentaire,
      })) ?? [],
    [valeurs?.edges],
  )
  return { indicateur, stored, reload }
}
