import { describe, expect } from 'vitest'
import { graphqlTest as it } from '../../test/graphql-test.ts'
import { MAX_ALIASES, QUERY_LIMITS } from './limits/query-limits.ts'

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
    expect([preflighted.statusCode, preflighted.json()]).toEqual([200, { data: { viewer: null } }])
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

  it(`accepts ${QUERY_LIMITS.depth} levels and refuses one more`, async ({ app }) => {
    // An axe's parent is an axe: one level each, after plans, edges, node, axes, edges, node.
    const deep = (levels: number) => {
      const parents = levels - 'plans edges node axes edges node uuid'.split(' ').length
      return `{ plans(first: 1) { edges { node { axes(first: 1) { edges { node { ${'parent { '.repeat(parents)} uuid ${'} '.repeat(parents)} } } } } } } }`
    }
    expect((await app.query({ query: deep(QUERY_LIMITS.depth) })).errors).toEqual([])
    const { errors } = await app.query({ query: deep(QUERY_LIMITS.depth + 1) })
    expect(errors[0]?.extensions['code']).toBe('QUERY_TOO_LARGE')
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

  it('refuses a document of too many tokens', async ({ app }) => {
    const { status, errors } = await app.query({ query: `{ ${'viewer { uuid } '.repeat(1_500)} }` })
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_PARSE_FAILED'])
  })
})
