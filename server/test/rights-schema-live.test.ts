import { describe, expect } from 'vitest'
import { schema } from '../src/graphql/schema.ts'
import { graphqlTest } from './graphql-test.ts'
import { READERS, VISIBILITES, WHO } from './matrix/readers.ts'
import { agents } from './matrix/readers.ts'
import { makeStage, uuid } from './matrix/stage.ts'
import { OF_ONESELF, SUBSCRIPTIONS } from './matrix/subscriptions.ts'
import { watch } from './watching.ts'

// The rights matrix of what is live: every subscription of the schema, and the tickets of live texts.

const it = graphqlTest
  .extend('stage', { scope: 'file' }, ({ app, make, prisma }) => makeStage({ app, make, prisma }))
  .extend('address', { scope: 'file' }, async ({ app }) => {
    const listening = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
    return `${listening.replace('http', 'ws')}/graphql`
  })

/** Those who subscribe: keys have no socket for it. */
const PEOPLE = WHO.filter((who) => READERS[who].is !== 'key')

it('says of every subscription of the schema who may follow it', () => {
  expect([...Object.keys(SUBSCRIPTIONS), ...OF_ONESELF].toSorted()).toEqual(
    Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).toSorted(),
  )
})

describe.each(VISIBILITES)('of plans that are %s', (visibilite) => {
  it.for(Object.entries(SUBSCRIPTIONS))(
    'tells of %s those who may follow it, and is absent to the others',
    async ([name, { query, seen, change }], { app, address, stage }) => {
      const world = stage.worlds[visibilite]
      const following = PEOPLE.map((who) => {
        const { cookie = null } = stage.asker(who)
        return { who, watched: watch(address, { query: `subscription { of: ${query(world)} }`, cookie }) }
      })
      const isToldOnlyOfWhatIs = name === 'corbeilleChanged'
      const expected = Object.fromEntries(
        PEOPLE.map((who) => {
          if (!seen(READERS[who], visibilite)) return [who, 'NOT_FOUND']
          return [who, isToldOnlyOfWhatIs ? 'nothing yet' : 'told']
        }),
      )
      const outcomes = () =>
        Object.fromEntries(following.map(({ who, watched: { heard } }) => [who, outcomeOf(heard[0])]))
      await expect
        .poll(
          () => {
            app.bus.publish([{ ...change(world), by: null, at: new Date() }])
            return outcomes()
          },
          { interval: 100 },
        )
        .toEqual(expected)
      await Promise.all(following.map(({ watched }) => watched.stop()))
    },
  )

  it.for(['fiche', 'plan'] as const)(
    'gives a ticket for the live text of a %s to whoever reads it, and of none to the others',
    async (kind, { app, stage }) => {
      const { ids } = stage.worlds[visibilite]
      const path = `${kind}/${uuid((kind === 'fiche' ? ids.Fiche : ids.Plan)[0])}`
      const statuses: Record<string, number> = {}
      const expected: Record<string, number> = {}
      for (const who of WHO) {
        const { cookie, apiKey } = stage.asker(who)
        const { statusCode } = await app.fastify.inject({
          method: 'POST',
          url: '/api/sync-ticket',
          headers: { ...(cookie && { cookie }), ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
          payload: { path },
        })
        statuses[who] = statusCode
        expected[who] = agents(READERS[who], visibilite) ? 200 : who === 'anonyme' ? 401 : 404
      }
      expect(statuses).toEqual(expected)
    },
  )
})

function outcomeOf(heard: unknown): string {
  if (heard === undefined) return 'nothing yet'
  const text = JSON.stringify(heard)
  return /"code":"(\w+)"/.exec(text)?.[1] ?? 'told'
}
