import { expect, test } from 'vitest'
import { KEEP_ALIVE_INTERVAL_MS, SLOW_READER_BYTES, STUCK_READER_BYTES, STUCK_READER_GRACE_MS } from './limits.ts'
import { Outbox } from './outbox.ts'
import { FakeTransport } from './testing/fake-transport.ts'
import { ManualClock } from './testing/manual-clock.ts'

const FRAME = Uint8Array.of(1)

function setUp() {
  const transport = new FakeTransport()
  const clock = new ManualClock()
  let stuck = 0
  const outbox = new Outbox({ transport, clock, onStuck: () => (stuck += 1) })
  return { transport, clock, outbox, isStuck: () => stuck > 0 }
}

test('[S43] says something to a quiet client, whose stock provider gives up after 30 s of silence', () => {
  const { transport, outbox } = setUp()
  outbox.send(FRAME)
  outbox.tick()
  expect(transport.sent).toHaveLength(1)
  outbox.tick()
  expect(transport.sent).toHaveLength(2)
  expect(KEEP_ALIVE_INTERVAL_MS).toBeLessThan(30_000)
})

test('[S45] a slow reader gets no awareness until it has drained, and all of the document', () => {
  const { transport, outbox } = setUp()
  transport.bufferedBytes = SLOW_READER_BYTES
  outbox.sendIfKeepingUp(FRAME)
  transport.bufferedBytes = SLOW_READER_BYTES + 1
  outbox.sendIfKeepingUp(FRAME)
  outbox.send(FRAME)
  expect(transport.sent).toHaveLength(2)
})

test('[S46] a reader that stays stuck past the grace is given up; one that drains in time is not', () => {
  const { transport, clock, outbox, isStuck } = setUp()
  transport.bufferedBytes = STUCK_READER_BYTES + 1
  outbox.send(FRAME)
  clock.advance(STUCK_READER_GRACE_MS)
  outbox.send(FRAME)
  expect(isStuck()).toBe(false)
  transport.bufferedBytes = STUCK_READER_BYTES
  outbox.send(FRAME)
  transport.bufferedBytes = STUCK_READER_BYTES + 1
  clock.advance(1)
  outbox.send(FRAME)
  expect(isStuck()).toBe(false)
  clock.advance(STUCK_READER_GRACE_MS + 1)
  outbox.send(FRAME)
  expect(isStuck()).toBe(true)
})

test('[S46] a reader that is stuck is found even when there is nothing more to send', () => {
  const { transport, clock, outbox, isStuck } = setUp()
  transport.bufferedBytes = STUCK_READER_BYTES + 1
  outbox.tick()
  clock.advance(KEEP_ALIVE_INTERVAL_MS)
  outbox.tick()
  expect(isStuck()).toBe(true)
})
