import { expect, it } from 'vitest'
import { Budgets, MAX_ACCOUNTS } from './budgets.ts'

/** A budget of 600 points a minute, 10 a second, at a time that the test decides. */
function scene() {
  const time = { now: 0 }
  return { time, budgets: new Budgets({ pointsPerMinute: 600, now: () => time.now }) }
}

it('gives a whole minute’s points at once, refuses one more, and says when there are enough', () => {
  const { budgets } = scene()
  expect(budgets.take('a', 599)).toEqual({ remaining: 1, retryAfterSeconds: null })
  expect(budgets.take('a', 1)).toEqual({ remaining: 0, retryAfterSeconds: null })
  expect(budgets.take('a', 1)).toEqual({ remaining: 0, retryAfterSeconds: 1 })
  expect(budgets.take('a', 95)).toEqual({ remaining: 0, retryAfterSeconds: 10 })
})

it('takes all the points asked or none, and nobody else’s', () => {
  const { budgets } = scene()
  budgets.take('a', 500)
  expect(budgets.take('a', 101)).toEqual({ remaining: 100, retryAfterSeconds: 1 })
  expect(budgets.take('a', 100)).toEqual({ remaining: 0, retryAfterSeconds: null })
  expect(budgets.take('b', 600).retryAfterSeconds).toBeNull()
})

it('gives points back evenly, all of them within a minute and no more; a clock set back gives none', () => {
  const { budgets, time } = scene()
  budgets.take('a', 600)
  time.now = 9_400
  expect(budgets.take('a', 95).retryAfterSeconds).toBe(1)
  time.now = 9_500
  expect(budgets.take('a', 95)).toEqual({ remaining: 0, retryAfterSeconds: null })
  time.now = 500
  expect(budgets.take('a', 1).retryAfterSeconds).toBe(1)
  time.now = 1_000_000
  expect(budgets.take('a', 600).retryAfterSeconds).toBeNull()
  expect(budgets.take('a', 1).retryAfterSeconds).toBe(1)
})

it('counts what other processes took, and a debt of one whole account at most', () => {
  const { budgets, time } = scene()
  budgets.takenElsewhere('a', 600)
  expect(budgets.take('a', 1).retryAfterSeconds).toBe(1)
  budgets.takenElsewhere('a', 1_000_000)
  expect(budgets.take('a', 600)).toEqual({ remaining: 0, retryAfterSeconds: 120 })
  time.now = 120_000
  expect(budgets.take('a', 600).retryAfterSeconds).toBeNull()
})

it(`remembers ${MAX_ACCOUNTS} accounts, and forgets the one that was quiet for longest`, () => {
  const { budgets } = scene()
  budgets.take('first', 600)
  budgets.take('second', 600)
  for (let index = 2; index < MAX_ACCOUNTS; index += 1) budgets.take(`${index}`, 1)
  expect(budgets.take('first', 1).retryAfterSeconds).toBe(1)
  budgets.take('one more', 1)
  expect(budgets.take('second', 1).retryAfterSeconds).toBeNull()
  expect(budgets.take('first', 1).retryAfterSeconds).toBe(1)
})
