import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GraphqlApp, startGraphqlApp } from '../../test/graphql-app.ts'
import { testDatabase } from '../../test/test-database.ts'

/** Audits of GraphQL over HTTP that we answer otherwise, with the reason: none. */
const ALLOWED: Record<string, string> = {}

let app: GraphqlApp
let address: string

beforeAll(async () => {
  app = await startGraphqlApp(testDatabase())
  address = await app.fastify.listen({ port: 0 })
})

afterAll(() => app.close())

/** As a caller that is no web page: GET queries ask for it (CSRF). */
function fetchFn(input: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('apollo-require-preflight', 'true')
  return fetch(input, { ...init, headers })
}

describe('GraphQL over HTTP', () => {
  for (const { id, name, fn } of serverAudits({ url: () => `${address}/graphql`, fetchFn })) {
    it(`[${id}] ${name}`, async () => {
      const result = await fn()
      // An allowed audit which passes after all leaves the list.
      expect(result.status === 'ok', 'reason' in result ? result.reason : id).toBe(!(id in ALLOWED))
    })
  }
})
