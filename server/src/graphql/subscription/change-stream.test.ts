import { expect, test } from 'vitest'
import { createChangeBus, topicOf } from '../../bus/change-bus.ts'
import { changeStream, MAX_WAITING_CHANGES } from './change-stream.ts'

const change = { kind: 'fiche' as const, ficheId: 'a', fields: [] }

function behindBy(count: number) {
  const bus = createChangeBus()
  const stream = changeStream(bus, topicOf(change))
  bus.publish(Array.from({ length: count }, () => ({ ...change, by: null, at: new Date() })))
  return { bus, stream }
}

test('keeps what waits for a slow reader, in order, up to its limit', async () => {
  const { stream } = behindBy(MAX_WAITING_CHANGES)
  for (let read = 0; read < MAX_WAITING_CHANGES; read += 1) {
    expect(await stream.next()).toMatchObject({ done: false, value: change })
  }
  await stream.return?.()
  expect(await stream.next()).toMatchObject({ done: true })
})

test('ends for a reader one change further behind, and keeps nothing for them', async () => {
  const { bus, stream } = behindBy(MAX_WAITING_CHANGES + 1)
  expect(await stream.next()).toMatchObject({ done: true })
  bus.publish([{ ...change, by: null, at: new Date() }])
  expect(await stream.next()).toMatchObject({ done: true })
})

test('ends a read that waits when the reader leaves', async () => {
  const bus = createChangeBus()
  const stream = changeStream(bus, topicOf(change))
  const next = stream.next()
  await stream.return?.()
  expect(await next).toMatchObject({ done: true })
})
