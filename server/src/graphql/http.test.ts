import { brotliDecompressSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { graphqlTest as it } from '../../test/graphql-test.ts'
import { MAX_ALIASES, MAX_BODY_BYTES, MAX_TOKENS } from './limits/query-limits.ts'

describe('/graphql', () => {
  it('answers a query by GET to a caller that no web page can imitate, and to no other', async ({ app }) => {
    const url = `/graphql?query=${encodeURIComponent('{ viewer { uuid } }')}`
    const plain = await app.fastify.inject({ method: 'GET', url })
    expect(plain.statusCode).toBe(400)
    const preflighted = await app.fastify.inject({
      method: 'GET',
      url,
      headers: { 'apollo-require-preflight': 'true' },
    })
    expect(preflighted.statusCode).toBe(200)
    expect(preflighted.json()).toMatchObject({ data: { viewer: null } })
  })

  it('compresses a long answer for who accepts it, and says that it differs by that', async ({ app }) => {
    const ask = async (encoding: string) =>
      app.fastify.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'accept-encoding': encoding },
        payload: { query: '{ __schema { types { name description } } }' },
      })
    const plain = await ask('identity')
    const small = await ask('br')
    expect([plain.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, 'br'])
    expect(small.headers.vary).toMatch(/cookie.*accept-encoding/)
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe(plain.body)
  })

  it('refuses a mutation by GET', async ({ app }) => {
    const query = 'mutation { createPlan(input: { collectiviteId: "x", nom: "x", type: PCAET }) { __typename } }'
    const url = `/graphql?query=${encodeURIComponent(query)}`
    const { statusCode } = await app.fastify.inject({
      method: 'GET',
      url,
      headers: { 'apollo-require-preflight': 'true' },
    })
    expect(statusCode).toBe(405)
  })

  it('refuses a form that a web page of another site could post', async ({ app }) => {
    const headers = { 'content-type': 'text/plain' }
    const { statusCode } = await app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: '{"query":"{ viewer { uuid } }"}',
    })
    expect(statusCode).toBeGreaterThanOrEqual(400)
  })

  it('answers introspection, which tools and GraphiQL need', async ({ app }) => {
    const { data } = await app.query({ query: '{ __schema { queryType { name } } }' })
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  })

  it(`accepts ${MAX_ALIASES} aliases and refuses one more`, async ({ app }) => {
    const aliased = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: viewer { uuid }`).join(' ')} }`
    expect((await app.query({ query: aliased(MAX_ALIASES) })).errors).toEqual([])
    const { errors, status } = await app.query({ query: aliased(MAX_ALIASES + 1) })
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
  })

  it('refuses lists in lists that would answer too much, before any is read', async ({ app, counted }) => {
    const query =
      '{ plans(first: 100) { edges { node { placements(first: 100) { edges { node { fiche { titre placements(first: 100) { edges { cursor } } } } } } } } } }'
    const statements = await counted.statementsOf(async () => {
      const { errors } = await app.query({ query })
      expect(errors[0]?.extensions['code']).toBe('QUERY_TOO_LARGE')
    })
    expect(statements).toEqual([])
  })

  it(`reads ${MAX_TOKENS} tokens and refuses one more`, async ({ app }) => {
    // Five tokens each: none is much to answer.
    const operations = Array.from({ length: MAX_TOKENS / 5 }, (_, index) => `query Q${index} { __typename }`).join(' ')
    const ask = (query: string) =>
      app.fastify.inject({ method: 'POST', url: '/graphql', payload: { query, operationName: 'Q0' } })
    expect((await ask(operations)).json()).toMatchObject({ data: { __typename: 'Query' } })
    const more = await ask(operations.replace('{ __typename }', '{ __typename __typename }'))
    expect(more.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] })
  })

  it('takes a body of 1 MiB and refuses one byte more, with an answer', async ({ app }) => {
    const ask = (bytes: number) => {
      const empty = JSON.stringify({ query: '{ __typename }', variables: { x: '' } })
      const payload = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(bytes - empty.length) } })
      const headers = { 'content-type': 'application/json' }
      return app.fastify.inject({ method: 'POST', url: '/graphql', headers, payload })
    }
    expect((await ask(MAX_BODY_BYTES)).statusCode).toBe(200)
    const past = await ask(MAX_BODY_BYTES + 1)
    expect(past.statusCode).toBe(413)
    expect(past.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('1 Mo au plus'), extensions: { code: 'BODY_TOO_LARGE' } }],
    })
  })

  it('refuses several operations in one request, each of which would have a budget of its own', async ({ app }) => {
    const payload = [{ query: '{ __typename }' }, { query: '{ __typename }' }]
    const { statusCode } = await app.fastify.inject({ method: 'POST', url: '/graphql', payload })
    expect(statusCode).toBe(400)
  })

  it('lets nothing on the way keep what somebody is answered, nor a refusal', async ({ app, make }) => {
    const { user } = await make.membre({ collectivite: await make.collectivite() })
    const cookie = await app.signIn(user)
    const url = `/graphql?query=${encodeURIComponent('{ viewer { uuid } }')}`
    const get = { 'apollo-require-preflight': 'true' }
    const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: 'inconnu' } } }
    const answers = await Promise.all([
      app.fastify.inject({ method: 'GET', url, headers: { ...get, cookie } }),
      app.fastify.inject({ method: 'GET', url: '/graphql?query=%7B', headers: get }),
      app.fastify.inject({ method: 'GET', url }),
      app.fastify.inject({ method: 'POST', url: '/graphql', payload: persisted }),
      app.fastify.inject({
        method: 'POST',
        url: '/graphql',
        payload: '{',
        headers: { 'content-type': 'application/json' },
      }),
    ])
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'private, no-store',
        vary: 'accept, authorization, cookie, x-voir-en-tant-que',
      })
    }
  })
})
