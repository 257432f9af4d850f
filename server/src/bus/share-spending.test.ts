import { expect, it } from 'vitest'
import { Budgets } from '../graphql/limits/budgets.ts'
import type { Clock } from '../sync/clock.ts'
import type { PeerLink, PeerMessage } from './peer-link.ts'
import { shareSpending, TELL_SPENDING_MS } from './share-spending.ts'

/** A link whose messages the test reads, and a clock that it moves. */
function scene() {
  const sent: string[] = []
  const due: { task: () => void; delayMs: number }[] = []
  let hear: (message: PeerMessage) => void = () => {}
  const link: PeerLink = {
    isReachable: true,
    unheardMs: 0,
    send: (topic, body) => void sent.push(`${topic} ${Buffer.from(body).toString()}`),
    onMessage: (listener) => void (hear = listener),
    onMissed: () => {},
    onPeerHere: () => {},
    onPeerGone: () => {},
    close: () => Promise.resolve(),
  }
  const clock: Clock = {
    now: () => 0,
    after: (delayMs, task) => {
      due.push({ task, delayMs })
      return () => {}
    },
    soon: (task) => task(),
  }
  const budgets = new Budgets({ pointsPerMinute: 1_000, now: () => 0 })
  shareSpending(budgets, { link, clock })
  return {
    budgets,
    sent,
    due,
    hear: (topic: PeerMessage['topic'], body: string) => hear({ peer: 'autre', topic, body: Buffer.from(body) }),
  }
}

it('tells what was spent, added up, once in a while and not for nothing', () => {
  const { budgets, sent, due } = scene()
  expect(due).toEqual([])
  budgets.take('a', 10)
  budgets.take('a', 5)
  budgets.take('b', 1)
  budgets.take('b', 10_000)
  expect(due).toEqual([{ task: expect.any(Function), delayMs: TELL_SPENDING_MS }])
  due.shift()?.task()
  budgets.take('a', 7)
  due.shift()?.task()
  expect(sent).toEqual(['spending [["a",15],["b",1]]', 'spending [["a",7]]'])
  expect(due).toEqual([])
})

it('counts what others tell, does not tell it again, and takes nothing that it cannot read', () => {
  const { budgets, due, hear } = scene()
  hear('spending', '[["a",400],["b",1000]]')
  for (const body of ['{', '{"a":1000}', '[["a","1000"]]', '[["a",-400]]']) hear('spending', body)
  hear('changes', '[["a",400]]')
  expect(due).toEqual([])
  expect(budgets.take('a', 600)).toEqual({ remaining: 0, retryAfterSeconds: null })
  expect(budgets.take('b', 1).retryAfterSeconds).toBe(1)
})
