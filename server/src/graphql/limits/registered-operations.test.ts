import { createHash } from 'node:crypto'
import { describe, expect, onTestFinished } from 'vitest'
import { startGraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { REQUEST_POINTS } from './query-limits.ts'

const QUERY = 'query Session { viewer { uuid } }'
const MUTATION = 'mutation End { endOtherSessions { __typename } }'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } })

async function scene() {
  const app = await startGraphqlApp({
    ...testDatabase(),
    registered: new Map([QUERY, MUTATION].map((text) => [hashOf(text), text])),
  })
  onTestFinished(() => app.close())
  const ask = async (payload: object) => {
    const response = await app.fastify.inject({ method: 'POST', url: '/graphql', payload })
    return response.json<unknown>()
  }
  return { app, ask }
}

const NOT_FOUND = { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }

describe('an operation registered at build', () => {
  it('is asked by its hash alone, and costs what it does by its text', async () => {
    const { ask } = await scene()
    expect(await ask({ extensions: persisted(QUERY) })).toEqual({
      data: { viewer: null },
      extensions: { cost: { points: REQUEST_POINTS + 2 } },
    })
  })

  it('is the only one that can be: no caller has the server remember another, and any may send its text', async () => {
    const { ask } = await scene()
    const other = '{ viewer { nom } }'
    expect(await ask({ extensions: persisted(other) })).toMatchObject(NOT_FOUND)
    expect(await ask({ query: other, extensions: persisted(other) })).toMatchObject({ data: { viewer: null } })
    expect(await ask({ extensions: persisted(other) })).toMatchObject(NOT_FOUND)
    expect(await ask({ query: other })).toMatchObject({ data: { viewer: null } })
  })

  it('is no way to a mutation by GET', async () => {
    const { app } = await scene()
    const response = await app.fastify.inject({
      method: 'GET',
      url: `/graphql?extensions=${encodeURIComponent(JSON.stringify(persisted(MUTATION)))}`,
      headers: { 'apollo-require-preflight': 'true' },
    })
    expect(response.statusCode).toBe(405)
  })
})
