import { expect } from 'vitest'
import { SEEING_AS_HEADER } from '@pupitre/document'
import type { GraphqlApp } from './graphql-app.ts'
import { graphqlTest as it } from './graphql-test.ts'

// What caches on the way may keep of the API.

const NOTHING = 'private, no-store'

const get = ({ fastify }: GraphqlApp, query: string, headers: Record<string, string> = {}) =>
  fastify.inject({
    method: 'GET',
    url: '/graphql',
    query: { query },
    headers: { 'apollo-require-preflight': 'true', ...headers },
  })

const nomOf = ({ id }: { id: string }) => `{ plan(uuid: "${id}") { nom } }`

it('is what anybody is answered by GET, for a minute', async ({ app, make, prisma }) => {
  const plan = await make.plan({ nom: 'Plan publié' })
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'PUBLIC' } })
  const answer = await get(app, nomOf(plan))
  expect(answer.json()).toMatchObject({ data: { plan: { nom: 'Plan publié' } } })
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=60',
    vary: 'accept, authorization, cookie, x-voir-en-tant-que',
  })
})

it('is nothing of who has a session or a key, or sees as somebody, nothing posted, and no refusal', async ({
  app,
  make,
  prisma,
}) => {
  const plan = await make.plan()
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'PUBLIC' } })
  const query = nomOf(plan)
  const stranger = await make.membre({ role: 'ADMIN' })
  const cacheOf = async (asked: string, headers?: Record<string, string>) =>
    (await get(app, asked, headers)).headers['cache-control']
  expect(await cacheOf(query, { cookie: (await app.signIn(stranger.user)) ?? '' })).toBe(NOTHING)
  expect(await cacheOf(query, { cookie: 'x=y' })).toBe(NOTHING)
  expect(await cacheOf(query, { authorization: 'Bearer x' })).toBe(NOTHING)
  expect(await cacheOf(query, { [SEEING_AS_HEADER]: crypto.randomUUID() })).toBe(NOTHING)
  expect(await cacheOf('{ nothing }')).toBe(NOTHING)
  expect(await cacheOf('{ plansPublics { edges { cursor } } }')).toBe(NOTHING)
  const posted = app.fastify.inject({ method: 'POST', url: '/graphql', payload: { query } })
  expect((await posted).headers['cache-control']).toBe(NOTHING)
})
