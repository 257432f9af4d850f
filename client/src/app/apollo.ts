import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createSubscriptionClient } from '../lib/graphql/create-subscription-client.ts'
import { createOvertaken } from '../lib/graphql/overtaken.ts'
import { readAgain } from '../lib/graphql/read-again.ts'
import { sendRegistered } from '../lib/graphql/registered-operations.ts'
import { waitForBudget } from '../lib/graphql/wait-for-budget.ts'
import { systemClock } from '../lib/reconnection/clock.ts'
import { seeingAsHeaders, seeingAsParams, stopSeeingAs } from '../lib/seeing-as.ts'
import { showWait } from '../ui/show-wait.ts'
import { createApolloCache } from './apollo-cache.ts'

/** What the server answers whoever asks as a member as whom they may not see, or may no more. */
const SEEING_AS_FORBIDDEN = 'SEEING_AS_FORBIDDEN'

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
        createSubscriptionLink(() => void readAgain(client)),
      ]),
      ApolloLink.from([
        answers,
        stopWhenRefused,
        waitForBudget({ clock: systemClock, onWait: showWait }),
        sendRegistered(),
        new HttpLink({ uri: '/graphql', headers: seeingAsHeaders() }),
      ]),
    ),
    cache: createApolloCache(),
    devtools: { enabled: import.meta.env.DEV },
  })
  return client
}

/**
 * The GraphQL client of the pages that anybody reads: it asks as nobody does, whoever is signed in here, so that everyone is shown the same; and by GET, so
 * that what lies between may keep the answer.
 */
export function createVisitorApollo(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      waitForBudget({ clock: systemClock, onWait: showWait }),
      sendRegistered(),
      new HttpLink({
        uri: '/graphql',
        credentials: 'omit',
        useGETForQueries: true,
        headers: { 'apollo-require-preflight': 'true' },
      }),
    ]),
    cache: createApolloCache(),
    devtools: { enabled: false },
  })
}

/** An admin whose role is taken back sees as nobody else any more. */
const stopWhenRefused = new ErrorLink(({ error }) => {
  const refusals = CombinedGraphQLErrors.is(error) ? error.errors : []
  if (refusals.some(({ extensions }) => extensions?.['code'] === SEEING_AS_FORBIDDEN)) stopSeeingAs()
})

/** Subscriptions go by their own socket; what changed while it was away is read again. */
function createSubscriptionLink(onBack: () => void): ApolloLink {
  const address = new URL('/graphql', window.location.href)
  address.search = new URLSearchParams(seeingAsParams()).toString()
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new GraphQLWsLink(createSubscriptionClient({ url: address.href, onBack }))
}
