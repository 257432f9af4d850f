import { useApolloClient, useSubscription } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { corbeilleQuery } from './corbeille-query.ts'

const corbeilleChanges = graphql(`
  subscription CorbeilleChanges($collectiviteId: ID!) {
    corbeilleChanged(collectiviteId: $collectiviteId) {
      at
    }
  }
`)

/** Reads the corbeille again when a colleague deletes or restores something that one sees there. */
export function useCorbeilleChanges(collectivite: { id: string; viewerCanRestore: boolean } | null | undefined): void {
  const apollo = useApolloClient()
  useSubscription(corbeilleChanges, {
    variables: { collectiviteId: collectivite?.id ?? '' },
    skip: !collectivite?.viewerCanRestore,
    ignoreResults: true,
    onData: () => void apollo.refetchQueries({ include: [corbeilleQuery] }),
    // Refused, or lost for good: the page stays as it is, and a reload shows what there is.
    onError: () => undefined,
  })
}
