import { useApolloClient, useReadQuery, useSubscription } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { oneAtATime } from '../../lib/graphql/one-at-a-time.ts'
import { mesFichesChangedSubscription, mesFichesQuery } from './mes-fiches-query.ts'

const route = getRouteApi('/app/collectivites/$siren/mes-fiches')

/** One's own fiches in the collectivité of the page, read again whenever one of them changes, comes or goes. */
export function useMesFiches() {
  const { data } = useReadQuery(route.useLoaderData())
  const apollo = useApolloClient()
  const { siren } = route.useParams()
  const collectiviteId = data.collectivite?.id

  const reload = useMemo(
    () =>
      oneAtATime(async () => {
        if (collectiviteId === undefined) return
        await apollo
          .query({
            query: mesFichesQuery,
            variables: { siren, collectiviteId },
            fetchPolicy: 'network-only',
            // An answer on its way already may be older than the change.
            context: { queryDeduplication: false },
          })
          // The server is away: the page keeps what it shows, and reads again once the socket is back.
          .catch(() => undefined)
      }),
    [apollo, siren, collectiviteId],
  )
  useSubscription(mesFichesChangedSubscription, {
    skip: collectiviteId === undefined,
    onData: () => void reload(),
    ignoreResults: true,
  })
  return data
}
