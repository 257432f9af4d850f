import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { wholeConnection } from '../lib/graphql/whole-connection.ts'

/** The GraphQL client of this page: the session cookie travels with each request. */
export function createApollo(): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: '/graphql' }),
    cache: new InMemoryCache({
      typePolicies: {
        // One per page: without it, two questions about the viewer would overwrite each other.
        Viewer: { keyFields: ['uuid'] },
        Collectivite: { fields: { plans: wholeConnection() } },
        Plan: { fields: { axes: wholeConnection(), placements: wholeConnection() } },
      },
    }),
    devtools: { enabled: import.meta.env.DEV },
  })
}
