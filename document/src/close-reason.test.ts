import { expect, test } from 'vitest'
import { readSpread, spreadReason } from './close-reason.ts'

test('carries over how long to spread a return, in the reason of a close', () => {
  expect(readSpread(spreadReason(2_500.4))).toBe(2_500)
  expect(spreadReason(999_999_999).length).toBeLessThan(123)
})

test.each(['', 'spread=', 'spread=-1', 'spread=1e9', 'spread=12 ', 'other'])('reads nothing in « %s »', (reason) => {
  expect(readSpread(reason)).toBeNull()
})
