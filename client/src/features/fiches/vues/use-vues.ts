import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react'
import { readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { VueEnregistreeFragment } from '../../../gql/graphql.ts'
import { vueEnregistree, vuesQuery } from './vues-query.ts'

const vuesChanges = graphql(`
  subscription VuesChanges($collectiviteId: ID!) {
    vuesChanged(collectiviteId: $collectiviteId) {
      at
    }
  }
`)

export type VueEnregistree = VueEnregistreeFragment

/** The views that one may choose on the page of fiches, as colleagues share, change and delete theirs. */
export function useVues({ id, siren }: { id: string; siren: string }) {
  const apollo = useApolloClient()
  const { data, error, refetch } = useQuery(vuesQuery, { variables: { siren }, fetchPolicy: 'cache-and-network' })
  useSubscription(vuesChanges, {
    variables: { collectiviteId: id },
    ignoreResults: true,
    onData: () => void apollo.refetchQueries({ include: [vuesQuery] }),
    // Refused, or lost for good: the list stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
  const collectivite = data?.collectivite
  const vues: VueEnregistree[] = collectivite?.vues.map((vue) => readFragment(vueEnregistree, vue)) ?? []
  return {
    vues,
    canShare: collectivite?.viewerCanShareVues ?? false,
    failed: error !== undefined && !data,
    loading: !data && error === undefined,
    retry: () => void refetch().catch(() => undefined),
  }
}
