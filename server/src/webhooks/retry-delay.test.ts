import { expect, it } from 'vitest'
import { MAX_ATTEMPTS, retryDelayMs } from './retry-delay.ts'

const HOUR_MS = 3_600_000

it('waits longer after each failure, up to six hours, for a day in all', () => {
  const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, at) => retryDelayMs(at + 1, () => 0.5) ?? 0)
  expect(delays.slice(0, 4)).toEqual([5_000, 20_000, 80_000, 320_000])
  expect(delays.slice(-3)).toEqual([6 * HOUR_MS, 6 * HOUR_MS, 6 * HOUR_MS])
  const total = delays.reduce((sum, delay) => sum + delay, 0)
  expect(total).toBeGreaterThan(24 * HOUR_MS)
  expect(total).toBeLessThan(27 * HOUR_MS)
})

it(`gives up after ${MAX_ATTEMPTS} tries`, () => {
  expect(retryDelayMs(MAX_ATTEMPTS - 1)).not.toBeNull()
  expect(retryDelayMs(MAX_ATTEMPTS)).toBeNull()
})

it('draws a fifth more or less', () => {
  expect([retryDelayMs(1, () => 0), retryDelayMs(1, () => 1)]).toEqual([4_000, 6_000])
})
