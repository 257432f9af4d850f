import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client'
import { expect, it } from 'vitest'
import { sendRegistered } from './registered-operations.ts'

const WRITTEN = gql`
  query Known {
    nom
  }
`
const HASH = 'a'.repeat(64)
const KNOWN = { ...WRITTEN, hash: HASH }

/** A server that answers by `answer`, and what it was sent: the hash, the text, or both. */
function scene(answer: (hash: unknown) => ApolloLink.Result) {
  const sent: { hash: unknown; withText: unknown }[] = []
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      sendRegistered(),
      new ApolloLink((operation) => {
        const hash: unknown = operation.extensions['persistedQuery']?.sha256Hash
        sent.push({ hash, withText: operation.getContext()['http']?.includeQuery ?? true })
        return new Observable((observer) => {
          observer.next(answer(hash))
          observer.complete()
        })
      }),
    ]),
  })
  return { client, sent }
}

it('sends the hash without the text', async () => {
  const { client, sent } = scene(() => ({ data: { nom: 'Haies' } }))
  expect((await client.query({ query: KNOWN })).data).toEqual({ nom: 'Haies' })
  expect(sent).toEqual([{ hash: HASH, withText: false }])
})

it('sends the text to a server that does not know the hash, and from then on', async () => {
  const { client, sent } = scene((hash) =>
    hash === undefined
      ? { data: { nom: 'Haies' } }
      : { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
  )
  expect((await client.query({ query: KNOWN })).data).toEqual({ nom: 'Haies' })
  await client.query({ query: KNOWN, fetchPolicy: 'network-only' })
  expect(sent).toEqual([
    { hash: HASH, withText: false },
    { hash: undefined, withText: true },
    { hash: undefined, withText: true },
  ])
})

it('sends the text of an operation that was not built', async () => {
  const { client, sent } = scene(() => ({ data: { nom: 'Haies' } }))
  expect((await client.query({ query: WRITTEN })).data).toEqual({ nom: 'Haies' })
  expect(sent).toEqual([{ hash: undefined, withText: true }])
})
