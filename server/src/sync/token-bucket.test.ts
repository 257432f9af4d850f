import { expect, test } from 'vitest'
import { ManualClock } from './testing/manual-clock.ts'
import { TokenBucket } from './token-bucket.ts'

test('gives what may be taken at once, and nothing more', () => {
  const bucket = new TokenBucket({ clock: new ManualClock(), perSecond: 10, burst: 3 })
  expect([bucket.take(2), bucket.take(1), bucket.take(1)]).toEqual([true, true, false])
})

test('refills with time, up to what may be taken at once', () => {
  const clock = new ManualClock()
  const bucket = new TokenBucket({ clock, perSecond: 10, burst: 3 })
  bucket.take(3)
  clock.advance(99)
  expect(bucket.take(1)).toBe(false)
  clock.advance(1)
  expect(bucket.take(1)).toBe(true)
  clock.advance(60_000)
  expect([bucket.take(4), bucket.take(3), bucket.take(1)]).toEqual([false, true, false])
})

test('gives nothing for a clock that is set back, and goes on from there', () => {
  let now = 10_000
  const clock = { now: () => now, after: () => () => undefined, soon: () => undefined }
  const bucket = new TokenBucket({ clock, perSecond: 10, burst: 1 })
  bucket.take(1)
  now = 0
  expect(bucket.take(1)).toBe(false)
  now = 100
  expect(bucket.take(1)).toBe(true)
})
