import { expect, test } from 'vitest'
import { ManualClock } from '../sync/testing/manual-clock.ts'
import { daily } from './daily.ts'

const DAY_MS = 24 * 3600 * 1000

test('is done at once, then every day, after a failure too', async () => {
  const clock = new ManualClock()
  const errors: unknown[] = []
  let times = 0
  const { close } = daily({
    clock,
    run: async () => {
      times += 1
      if (times === 2) throw new Error('not today')
    },
    onError: (error) => void errors.push(error),
  })
  await expect.poll(() => times).toBe(1)
  clock.advance(DAY_MS - 1)
  expect(times).toBe(1)
  clock.advance(1)
  await expect.poll(() => errors).toEqual([new Error('not today')])
  clock.advance(DAY_MS)
  expect(times).toBe(3)
  await close()
  clock.advance(DAY_MS)
  expect(times).toBe(3)
})

test('what is being done is told to stop, and waited for', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let told: AbortSignal | undefined
  const { close } = daily({
    clock: new ManualClock(),
    run: (signal) => {
      told = signal
      return promise
    },
    onError: () => undefined,
  })
  let isClosed = false
  const closing = close().then(() => void (isClosed = true))
  expect([told?.aborted, isClosed]).toEqual([true, false])
  resolve()
  await closing
})
