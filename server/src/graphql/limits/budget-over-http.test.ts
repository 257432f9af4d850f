import { describe, expect, onTestFinished } from 'vitest'
import { startGraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { Budgets } from './budgets.ts'
import { REQUEST_POINTS } from './query-limits.ts'

const QUERY = '{ viewer { uuid } }'
const QUERY_COST = REQUEST_POINTS + 2
const PAGE = '{ fiches(first: 100) { edges { cursor } } }'
const PAGE_FIELDS = 1 + 100 * 2

/** The API with a budget of so many points a minute, at a time that the test decides. */
async function scene(pointsPerMinute: number, prisma = testDatabase().prisma) {
  const time = { now: 0 }
  const budgets = new Budgets({ pointsPerMinute, now: () => time.now })
  const app = await startGraphqlApp({ prisma, connectionString: testDatabase().connectionString, budgets })
  onTestFinished(() => app.close())
  const ask = async (query: string, { cookie, ip = '192.0.2.1' }: { cookie?: string; ip?: string } = {}) => {
    const response = await app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: ip,
      headers: { ...(cookie && { cookie }) },
      payload: { query },
    })
    return { status: response.statusCode, headers: response.headers, body: response.json<unknown>() }
  }
  return { app, time, ask }
}

describe('what one may spend on the API', () => {
  it('is told in each answer and its headers, with what this one cost', async () => {
    const { ask } = await scene(100_000)
    const { headers, body } = await ask(QUERY)
    const remaining = 100_000 - QUERY_COST
    expect(body).toEqual({
      data: { viewer: null },
      extensions: { cost: { points: QUERY_COST, remaining, limit: 100_000 } },
    })
    expect(headers).toMatchObject({
      'pupitre-cost': `${QUERY_COST}`,
      'ratelimit-policy': '"points";q=100000;w=60',
      ratelimit: `"points";r=${remaining}`,
    })
  })

  it('is spent to its last point; then the answer is 429, says when to come back, and holds then', async () => {
    const { ask, time } = await scene(10 * QUERY_COST)
    for (let count = 0; count < 10; count += 1) expect((await ask(QUERY)).status).toBe(200)
    const { status, headers, body } = await ask(QUERY)
    // 50 points of 520 a minute.
    expect([status, headers['retry-after']]).toEqual([429, '6'])
    expect(body).toMatchObject({
      errors: [
        {
          message: 'Beaucoup de demandes en peu de temps. Réessayez dans 6 secondes.',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 6 },
        },
      ],
    })
    time.now += 7_000
    expect((await ask(QUERY)).status).toBe(200)
  })

  it('refuses an operation that costs more than is left before it reads anything', async ({ counted }) => {
    const { ask } = await scene(REQUEST_POINTS + PAGE_FIELDS, counted.prisma)
    expect((await ask(PAGE)).status).toBe(200)
    const other = await scene(REQUEST_POINTS + PAGE_FIELDS - 1, counted.prisma)
    const statements = await counted.statementsOf(async () => {
      const { status, headers, body } = await other.ask(PAGE)
      expect([status, headers['retry-after']]).toEqual([429, '1'])
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
      expect(body).toMatchObject({ extensions: { cost: { points: REQUEST_POINTS, remaining: PAGE_FIELDS - 1 } } })
    })
    expect(statements).toEqual([])
  })

  it('makes a document that is refused cost what a request does', async () => {
    const { ask } = await scene(1_000)
    for (const query of ['{', '{ inconnu }']) {
      expect((await ask(query)).body).toMatchObject({ extensions: { cost: { points: REQUEST_POINTS } } })
    }
    expect((await ask(QUERY)).body).toMatchObject({
      extensions: { cost: { remaining: 1_000 - 2 * REQUEST_POINTS - QUERY_COST } },
    })
  })

  it('is of a person, whatever their sessions, and of a network for who is not signed in', async ({ make }) => {
    const { app, ask } = await scene(2 * QUERY_COST)
    const { user } = await make.membre({ collectivite: await make.collectivite() })
    const [here, there] = [await app.signIn(user), await app.signIn(user)]
    expect((await ask(QUERY, { cookie: here })).status).toBe(200)
    expect((await ask(QUERY, { cookie: there, ip: '192.0.2.2' })).status).toBe(200)
    expect((await ask(QUERY, { cookie: here })).status).toBe(429)
    const ipv6 = (end: string) => `2001:db8:1:2::${end}`
    expect((await ask(QUERY, { ip: ipv6('1') })).status).toBe(200)
    expect((await ask(QUERY, { ip: ipv6('2') })).status).toBe(200)
    expect((await ask(QUERY, { ip: ipv6('3') })).status).toBe(429)
    expect((await ask(QUERY, { ip: '2001:db8:1:3::1' })).status).toBe(200)
  })

  it('is not bounded when the server is set so, and the cost is told all the same', async ({ app }) => {
    const { headers } = await app.fastify.inject({ method: 'POST', url: '/graphql', payload: { query: QUERY } })
    expect([headers['pupitre-cost'], headers['ratelimit']]).toEqual([`${QUERY_COST}`, undefined])
  })
})
