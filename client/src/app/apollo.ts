import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { createOvertaken } from '../lib/graphql/overtaken.ts'
import { retryDelayMs } from '../lib/graphql/retry-delay.ts'
import { createApolloCache } from './apollo-cache.ts'

/** The GraphQL client of this page: the session cookie travels with each request, and with the socket of subscriptions. */
export function createApollo(): ApolloClient {
  const { answers, events } = createOvertaken(({ query, variables, data }) => {
    client.cache.write({ dataId: 'ROOT_SUBSCRIPTION', query, variables, result: data })
  })
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      events.concat(createSubscriptionLink(() => void client.refetchQueries({ include: 'active' }))),
      answers.concat(new HttpLink({ uri: '/graphql' })),
    ),
    cache: createApolloCache(),
    devtools: { enabled: import.meta.env.DEV },
  })
  return client
}

/**
 * One socket for all subscriptions, open while there is one. It comes back by itself, for as long as it takes; what changed
 * while it was away is then read again.
 */
function createSubscriptionLink(onBack: () => void): ApolloLink {
  const address = new URL('/graphql', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new GraphQLWsLink(
    createClient({
      url: address.href,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, retryDelayMs(retries, Math.random()))),
      on: { connected: (_socket, _payload, wasRetry) => wasRetry && onBack() },
    }),
  )
}
