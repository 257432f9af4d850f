import type { ApolloClient } from '@apollo/client'

/**
 * Reads again all that the page shows. What cannot be read stays as it is: a page that somebody writes in does not give way to one which says that
 * the server is away, for what the next return will bring.
 */
export async function readAgain(client: ApolloClient): Promise<void> {
  const asked: Promise<unknown>[] = []
  await client.refetchQueries({
    include: 'active',
    // Not by the query of the page, which would take the failure for its own.
    onQueryUpdated: ({ query, variables }) => {
      asked.push(client.query({ query, variables, fetchPolicy: 'network-only' }))
      return false
    },
  })
  await Promise.allSettled(asked)
}
