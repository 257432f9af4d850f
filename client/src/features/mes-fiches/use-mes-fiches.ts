import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useMesFichesChanges } from '../../lib/mes-fiches/use-mes-fiches-changes.ts'
import { mesFichesQuery } from './mes-fiches-query.ts'

const route = getRouteApi('/app/collectivites/$siren/mes-fiches')

/** One's own fiches in the collectivité of the page, read again whenever one of them changes, comes or goes. */
export function useMesFiches() {
  const { data } = useReadQuery(route.useLoaderData())
  const apollo = useApolloClient()
  const { siren } = route.useParams()
  const collectiviteId = data.collectivite?.id

  useMesFichesChanges(
    useCallback(async () => {
      if (collectiviteId === undefined) return
      await apollo.query({
        query: mesFichesQuery,
        variables: { siren, collectiviteId },
        fetchPolicy: 'network-only',
        // An answer on its way already may be older than the change.
        context: { queryDeduplication: false },
      })
    }, [apollo, siren, collectiviteId]),
  )
  return data
}
