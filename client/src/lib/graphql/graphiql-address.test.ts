import { expect, it } from 'vitest'
import { graphiqlAddress, requestOfHash } from './graphiql-address.ts'

it('carries a request whole, after the # that is never sent', () => {
  const asked = { query: 'query ($a: Int) {\n  b(a: $a) # « ? & + % »\n}', variables: '{ "a": 1 }' }
  const { pathname, search, hash } = new URL(graphiqlAddress(asked), 'http://pupitre.test')
  expect([pathname, search]).toEqual(['/graphql', ''])
  expect(requestOfHash(hash)).toEqual(asked)
})

it('is none where there is none', () => {
  for (const hash of ['', '#', '#variables=%7B%7D', '#query=']) expect(requestOfHash(hash)).toBeNull()
})
