import { expect, it } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

it('waits for anything up to a bound that doubles, and stops at fifteen seconds', () => {
  expect(retryDelayMs(0, 1)).toBe(500)
  expect(retryDelayMs(3, 1)).toBe(4000)
  expect(retryDelayMs(3, 0.25)).toBe(1000)
  expect(retryDelayMs(1000, 1)).toBe(15_000)
  expect(retryDelayMs(5, 0)).toBe(0)
})
