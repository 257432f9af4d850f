import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { useMesFichesChanges } from '../../lib/mes-fiches/use-mes-fiches-changes.ts'
import { seeingAs } from '../../lib/seeing-as.ts'
import { noteVisiteMutation, pupitreQuery } from './pupitre-query.ts'

const route = getRouteApi('/app/collectivites/$siren/pupitre')

/** What the first page of a collectivité shows, read again when one's fiches change; that it is looked at is noted by the server. */
export function usePupitre() {
  const { data } = useReadQuery(route.useLoaderData())
  const apollo = useApolloClient()
  const { siren } = route.useParams()
  const collectiviteId = data.collectivite?.id

  const read = useCallback(async () => {
    if (collectiviteId === undefined) return
    await apollo.query({
      query: pupitreQuery,
      variables: { siren, collectiviteId },
      fetchPolicy: 'network-only',
      // An answer on its way already may be older than the change.
      context: { queryDeduplication: false },
    })
  }, [apollo, siren, collectiviteId])
  useMesFichesChanges(read)

  useEffect(() => {
    if (collectiviteId === undefined || seeingAs) return
    // A visit that the server did not note is only news shown once more.
    apollo.mutate({ mutation: noteVisiteMutation, variables: { input: { collectiviteId } } }).catch(() => undefined)
  }, [apollo, collectiviteId])

  return data
}
