import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createSubscriptionClient } from '../lib/graphql/create-subscription-client.ts'
import { OPERATION_HASHES } from '../gql/operation-hashes.ts'
import { createOvertaken } from '../lib/graphql/overtaken.ts'
import { sendRegistered } from '../lib/graphql/registered-operations.ts'
import { waitForBudget } from '../lib/graphql/wait-for-budget.ts'
import { systemClock } from '../lib/reconnection/clock.ts'
import { showWait } from '../ui/show-wait.ts'
import { createApolloCache } from './apollo-cache.ts'

/** The GraphQL client of this page: the session cookie travels with each request, and with the socket of subscriptions. */
export function createApollo(): ApolloClient {
  const { answers, events } = createOvertaken(({ query, variables, data }) => {
    client.cache.write({ dataId: 'ROOT_SUBSCRIPTION', query, variables, result: data })
  })
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      ApolloLink.from([
        events,
        waitForBudget({ clock: systemClock, onWait: showWait }),
        createSubscriptionLink(() => void client.refetchQueries({ include: 'active' })),
      ]),
      ApolloLink.from([
        answers,
        waitForBudget({ clock: systemClock, onWait: showWait }),
        sendRegistered(OPERATION_HASHES),
        new HttpLink({ uri: '/graphql' }),
      ]),
    ),
    cache: createApolloCache(),
    devtools: { enabled: import.meta.env.DEV },
  })
  return client
}

/** Subscriptions go by their own socket; what changed while it was away is read again. */
function createSubscriptionLink(onBack: () => void): ApolloLink {
  const address = new URL('/graphql', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new GraphQLWsLink(createSubscriptionClient({ url: address.href, onBack }))
}
