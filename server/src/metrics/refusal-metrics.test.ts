import { encodeGlobalID } from '@pothos/plugin-relay'
import { Registry } from 'prom-client'
import { expect, onTestFinished } from 'vitest'
import { startGraphqlApp } from '../../test/graphql-app.ts'
import { graphqlTest as it } from '../../test/graphql-test.ts'
import { testDatabase } from '../../test/test-database.ts'
import { Budgets } from '../graphql/limits/budgets.ts'
import { MAX_ALIASES, MAX_BODY_BYTES, QUERY_LIMITS } from '../graphql/limits/query-limits.ts'
import { addRefusalMetrics } from './refusal-metrics.ts'

/** How many of each were refused since it began, by limit or right and reason. */
function counting() {
  const registry = new Registry()
  onTestFinished(addRefusalMetrics(registry))
  return async () => {
    const { values } = (await registry.getSingleMetric('pupitre_refused_total')?.get()) ?? { values: [] }
    return Object.fromEntries(values.map(({ labels, value }) => [Object.values(labels).join(' '), value]))
  }
}

it('counts what each limit refuses, once', async ({ app }) => {
  const refused = counting()
  const parents = QUERY_LIMITS.depth
  for (const query of [
    `{ plans(first: 1) { edges { node { axes(first: 1) { edges { node { ${'parent { '.repeat(parents)} uuid ${'} '.repeat(parents)} } } } } } } }`,
    `{ ${'__typename '.repeat(QUERY_LIMITS.breadth + 1)} }`,
    `{ plans(first: 100) { edges { node { ${'uuid '.repeat(550)} } } } }`,
    `{ ${Array.from({ length: MAX_ALIASES + 1 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
  ])
    await app.query({ query })
  await app.fastify.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ viewer { uuid } }', variables: { long: 'x'.repeat(MAX_BODY_BYTES) } },
  })
  const once = ['limit DEPTH', 'limit BREADTH', 'limit COST', 'limit ALIASES', 'limit BODY']
  expect(await refused()).toEqual(Object.fromEntries(once.map((name) => [name, 1])))
})

it('counts who has spent their budget', async () => {
  const budgets = new Budgets({ pointsPerMinute: 60, now: () => 0 })
  const app = await startGraphqlApp({ ...testDatabase(), budgets })
  onTestFinished(() => app.close())
  const refused = counting()
  for (let times = 0; times < 3; times += 1) await app.query({ query: '{ viewer { uuid } }' })
  expect(await refused()).toEqual({ 'limit BUDGET': 2 })
})

it('counts what rights refuse, by the code that was told, and nothing that is done', async ({ app, make }) => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const lecteur = await app.signIn((await make.membre({ collectivite, role: 'LECTEUR' })).user)
  const editeur = await app.signIn((await make.membre({ collectivite, role: 'EDITEUR' })).user)
  const stranger = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
  const refused = counting()
  const query = `mutation { createFiche(input: { planId: "${encodeGlobalID('Plan', plan.id)}", titre: "Haies" }) { __typename } }`
  for (const cookie of [lecteur, editeur, stranger]) await app.query({ query, cookie })
  await app.query({ query: '{ viewer { uuid } }', apiKey: 'pup_rien' })
  expect(await refused()).toMatchObject({ 'rights CREATE_FICHE_FORBIDDEN': 1, 'rights PLAN_NOT_FOUND': 1 })
  expect(Object.keys(await refused())).toHaveLength(3)
})
