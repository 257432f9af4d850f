import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { oneAtATime } from '../../../lib/graphql/one-at-a-time.ts'

const ficheIndicateursQuery = graphql(`
  query FicheIndicateursAgain($uuid: UUID!) {
    fiche(uuid: $uuid) {
      id
      ...FicheIndicateurs
    }
  }
`)

const changedSubscription = graphql(`
  subscription FicheIndicateursChanged($uuid: UUID!) {
    ficheChanged(uuid: $uuid) {
      fields
    }
  }
`)

/** Reads the indicateurs of a fiche again when they, or their values, change. */
export function useIndicateursChanges(uuid: string): void {
  const apollo = useApolloClient()
  const reload = useMemo(
    () =>
      oneAtATime(() =>
        apollo.query({
          query: ficheIndicateursQuery,
          variables: { uuid },
          fetchPolicy: 'network-only',
          // An answer on its way already may be older than what one asks for.
          context: { queryDeduplication: false },
        }),
      ),
    [apollo, uuid],
  )
  useSubscription(changedSubscription, {
    variables: { uuid },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.ficheChanged?.fields.includes('indicateurs')) void reload()
    },
  })
}
