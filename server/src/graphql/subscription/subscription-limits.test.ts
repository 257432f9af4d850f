import { createClient } from 'graphql-ws'
import { expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startGraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Factories } from '../../../test/factories.ts'
import { untilHeard, watch } from '../../../test/watching.ts'
import { Budgets } from '../limits/budgets.ts'
import { MAX_SUBSCRIPTIONS, REQUEST_POINTS } from '../limits/query-limits.ts'

const WATCH = 'subscription ($uuid: UUID!) { ficheChanged(uuid: $uuid) { at } }'
/** The request, the field and the one in it. */
const WATCH_COST = REQUEST_POINTS + 2

async function scene(make: Factories, { pointsPerMinute }: { pointsPerMinute?: number } = {}) {
  const budgets = pointsPerMinute === undefined ? null : new Budgets({ pointsPerMinute, now: () => 0 })
  const app = await startGraphqlApp({ ...testDatabase(), budgets })
  onTestFinished(() => app.close())
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const { user } = await make.membre({ collectivite })
  const address = `${(await app.fastify.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')}/graphql`
  const tell = () => app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: [], by: null, at: new Date() }])
  return { address, fiche, cookie: await app.signIn(user), tell, variables: { uuid: fiche.id } }
}

it('refuses a subscription whose answers would be too large, when it is asked and not when something changes', async ({
  make,
}) => {
  const { address, cookie, variables } = await scene(make)
  const lists =
    'placements(first: 100) { edges { node { plan { placements(first: 100) { edges { node { uuid fiche { titre statut } } } } } } } }'
  const query = `subscription ($uuid: UUID!) { ficheChanged(uuid: $uuid) { fiche { ${lists} } } }`
  const watched = watch(address, { query, variables, cookie })
  onTestFinished(watched.stop)
  await expect.poll(() => watched.heard).toMatchObject([{ errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }] }])
})

it('makes a subscription cost what an answer does, once, and refuses it past the budget', async ({ make }) => {
  const { address, cookie, variables, tell } = await scene(make, { pointsPerMinute: 2 * WATCH_COST })
  const within = [
    watch(address, { query: WATCH, variables, cookie }),
    watch(address, { query: WATCH, variables, cookie }),
  ]
  for (const watched of within) {
    onTestFinished(watched.stop)
    await untilHeard(watched, tell)
    expect(watched.heard[0]).toMatchObject({ data: { ficheChanged: {} } })
  }
  const past = watch(address, { query: WATCH, variables, cookie })
  onTestFinished(past.stop)
  await expect.poll(() => past.heard).toMatchObject([{ errors: [{ extensions: { code: 'RATE_LIMITED' } }] }])
})

it(`carries ${MAX_SUBSCRIPTIONS} subscriptions on a socket, and refuses one more until one ends`, async ({ make }) => {
  const { address, cookie, variables, tell } = await scene(make)
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { cookie } })
    }
  }
  const client = createClient({ url: address, webSocketImpl: Socket, retryAttempts: 0 })
  onTestFinished(async () => client.dispose())
  const heard = new Set<number>()
  const refused: unknown[] = []
  const subscribe = (index: number) =>
    client.subscribe(
      { query: WATCH, variables },
      { next: () => heard.add(index), error: (error) => refused.push(error), complete: () => {} },
    )
  const stops = Array.from({ length: MAX_SUBSCRIPTIONS }, (_, index) => subscribe(index))
  const toldTo = () => {
    tell()
    return heard.size
  }
  await expect.poll(toldTo, { interval: 50 }).toBe(MAX_SUBSCRIPTIONS)
  subscribe(MAX_SUBSCRIPTIONS)
  await expect.poll(() => refused).toMatchObject([[{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]])
  stops[0]?.()
  subscribe(MAX_SUBSCRIPTIONS + 1)
  await expect.poll(toldTo, { interval: 50 }).toBe(MAX_SUBSCRIPTIONS + 1)
  expect(refused).toHaveLength(1)
})
