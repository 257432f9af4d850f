import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { OperationTypeNode } from 'graphql'
import { Subject } from 'rxjs'
import { expect, it, vi } from 'vitest'
import { createOvertaken, MAX_ASKED_AGAIN } from './overtaken.ts'

const QUERY = gql`
  query {
    axe {
      id
      parent
    }
  }
`
const MUTATION = gql`
  mutation {
    moveAxe {
      id
      parent
    }
  }
`
const EVENTS = gql`
  subscription {
    axeMoved {
      id
      parent
    }
  }
`

const PARENT = gql`
  fragment Parent on Axe {
    parent
  }
`

const axe = (parent: string) => ({ __typename: 'Axe', id: '1', parent })

/** A client whose server answers, and tells, when the test says so. */
function scene() {
  const asked: Subject<ApolloLink.Result>[] = []
  const socket = new Subject<ApolloLink.Result>()
  const { answers, events } = createOvertaken(({ query, variables, data }) =>
    client.cache.write({ dataId: 'ROOT_SUBSCRIPTION', query, variables, result: data }),
  )
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      ApolloLink.from([events, new ApolloLink(() => socket)]),
      ApolloLink.from([
        answers,
        new ApolloLink(() => {
          const answer = new Subject<ApolloLink.Result>()
          asked.push(answer)
          return answer
        }),
      ]),
    ),
  })
  client.subscribe({ query: EVENTS }).subscribe(() => {})
  const answer = (data: Record<string, unknown>) => {
    const last = asked.at(-1)
    last?.next({ data })
    last?.complete()
  }
  const shown = () => client.cache.readFragment({ id: 'Axe:1', fragment: PARENT })
  return { client, asked, answer, tell: (parent: string) => socket.next({ data: { axeMoved: axe(parent) } }), shown }
}

it('asks a query again when something is told while it is under way', async () => {
  const { client, asked, answer, tell, shown } = scene()
  const done = client.query({ query: QUERY, fetchPolicy: 'network-only' })
  tell('new')
  answer({ axe: axe('old') })
  await expect.poll(() => asked.length).toBe(2)
  expect(shown()).toMatchObject({ parent: 'new' })
  answer({ axe: axe('new') })
  expect((await done).data).toEqual({ axe: axe('new') })
})

it('takes the answer as it is when nothing was told, or once it has asked again enough', async () => {
  const { client, asked, answer, tell } = scene()
  const quiet = client.query({ query: QUERY, fetchPolicy: 'network-only' })
  answer({ axe: axe('same') })
  await quiet
  expect(asked).toHaveLength(1)

  const busy = client.query({ query: QUERY, fetchPolicy: 'network-only' })
  for (let time = 0; time <= MAX_ASKED_AGAIN; time += 1) {
    tell(`${time}`)
    answer({ axe: axe('late') })
  }
  await busy
  expect(asked).toHaveLength(1 + 1 + MAX_ASKED_AGAIN)
})

it('writes again, after the answer to a mutation, what was told while it was under way', async () => {
  const { client, answer, tell, shown } = scene()
  const mine = client.mutate({ mutation: MUTATION })
  tell('theirs')
  answer({ moveAxe: axe('mine') })
  await mine
  await vi.waitFor(() => expect(shown()).toMatchObject({ parent: 'theirs' }))
})
