import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client'
import { expect, it } from 'vitest'
import { createApolloCache } from './apollo-cache.ts'

it('keeps the sentence of a refusal, which is asked of the interface of errors', async () => {
  const refusal = { __typename: 'ValidationError', message: 'La date de fin précède la date de début.' }
  const client = new ApolloClient({
    cache: createApolloCache(),
    link: new ApolloLink(() => new Observable((observer) => observer.next({ data: { updateFiche: refusal } }))),
  })
  const mutation = gql`
    mutation {
      updateFiche(input: {}) {
        __typename
        ... on Error {
          message
        }
      }
    }
  `
  expect((await client.mutate({ mutation })).data).toEqual({ updateFiche: refusal })
})
