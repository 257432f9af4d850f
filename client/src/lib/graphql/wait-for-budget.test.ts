import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { throwError } from 'rxjs'
import { expect, it } from 'vitest'
import { ManualClock } from '../reconnection/testing/manual-clock.ts'
import { MAX_WAIT_S, MAX_WAITS, waitForBudget } from './wait-for-budget.ts'

const QUERY = gql`
  query {
    nom
  }
`
const MUTATION = gql`
  mutation {
    rename
  }
`

const refused = (retryAfterSeconds: number): ApolloLink.Result => ({
  errors: [{ message: 'Réessayez.', extensions: { code: 'RATE_LIMITED', retryAfterSeconds } }],
})

/** A server that gives these answers, in order, then the last one again. */
function scene(answers: ApolloLink.Result[]) {
  const clock = new ManualClock()
  const waits: number[] = []
  const asked = { count: 0 }
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      waitForBudget({ clock, onWait: (seconds) => waits.push(seconds) }),
      new ApolloLink(
        () =>
          new Observable((observer) => {
            const answer = answers[Math.min(asked.count, answers.length - 1)]
            asked.count += 1
            if (answer) observer.next(answer)
            observer.complete()
          }),
      ),
    ]),
  })
  return { client, clock, waits, asked }
}

it('asks again after the delay that the server gives, and not before', async () => {
  const { client, clock, waits, asked } = scene([refused(2), { data: { nom: 'Haies' } }])
  const answer = client.query({ query: QUERY })
  await expect.poll(() => waits).toEqual([2])
  clock.advance(1_999)
  expect(asked.count).toBe(1)
  clock.advance(1)
  expect((await answer).data).toEqual({ nom: 'Haies' })
})

it('asks a mutation again too: nothing of it was done', async () => {
  const { client, clock, waits } = scene([refused(1), { data: { rename: 'ok' } }])
  const answer = client.mutate({ mutation: MUTATION })
  await expect.poll(() => waits).toEqual([1])
  clock.advance(1_000)
  expect((await answer).data).toEqual({ rename: 'ok' })
})

it(`gives up after ${MAX_WAITS} waits`, async () => {
  const { client, clock, waits, asked } = scene([refused(1)])
  const answer = client.query({ query: QUERY, errorPolicy: 'all' })
  for (let count = 1; count <= MAX_WAITS; count += 1) {
    await expect.poll(() => waits.length).toBe(count)
    clock.advance(1_000)
  }
  expect((await answer).error?.message).toContain('Réessayez')
  expect(asked.count).toBe(1 + MAX_WAITS)
})

it(`waits ${MAX_WAIT_S} s, and does not for one more, nor for another refusal`, async () => {
  const long = scene([refused(MAX_WAIT_S), { data: { nom: 'Haies' } }])
  const answer = long.client.query({ query: QUERY })
  await expect.poll(() => long.waits).toEqual([MAX_WAIT_S])
  long.clock.advance(MAX_WAIT_S * 1000)
  expect((await answer).data).toEqual({ nom: 'Haies' })
  for (const result of [refused(MAX_WAIT_S + 1), { errors: [{ message: 'Non.', extensions: { code: 'TIMEOUT' } }] }]) {
    const { client, waits } = scene([result])
    await client.query({ query: QUERY, errorPolicy: 'all' })
    expect(waits).toEqual([])
  }
})

it('subscribes again too, where the refusal comes as an error, and passes every other error on', async () => {
  const clock = new ManualClock()
  const refusals: unknown[] = [new CombinedGraphQLErrors(refused(1)), new Error('coupé')]
  const waits: number[] = []
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      waitForBudget({ clock, onWait: (seconds) => waits.push(seconds) }),
      new ApolloLink(() => throwError(() => refusals.shift())),
    ]),
  })
  const answer = client.query({ query: QUERY, errorPolicy: 'all' })
  await expect.poll(() => waits).toEqual([1])
  clock.advance(1_000)
  expect((await answer).error?.message).toBe('coupé')
})
