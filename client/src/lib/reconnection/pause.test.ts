import { expect, it } from 'vitest'
import { createPause } from './pause.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { TestSurroundings } from './testing/test-surroundings.ts'

function pause({ hidden = false } = {}) {
  const clock = new ManualClock()
  const surroundings = new TestSurroundings()
  surroundings.hidden = hidden
  let isOver = false
  const over = createPause({ clock, surroundings, random: () => 1 })({ failures: 2, code: 1006, spreadMs: null })
  void over.then(() => (isOver = true))
  /** Moves time on, then lets promises tell. */
  const overAfter = async (ms: number) => {
    clock.advance(ms)
    await Promise.resolve()
    return isOver
  }
  return { surroundings, overAfter }
}

it('[S86] waits for what the failures and chance say', async () => {
  const { overAfter, surroundings } = pause()
  expect(await overAfter(1_999)).toBe(false)
  expect(await overAfter(1)).toBe(true)
  expect(surroundings.listeners).toBe(0)
})

it('[S87] ends when the page wakes, a second after it began at the soonest', async () => {
  const { overAfter, surroundings } = pause()
  surroundings.wake()
  expect(await overAfter(999)).toBe(false)
  surroundings.wake()
  expect(await overAfter(1)).toBe(true)
})

it('[S87] waits longer while nobody looks', async () => {
  const { overAfter, surroundings } = pause({ hidden: true })
  surroundings.wake()
  expect(await overAfter(19_999)).toBe(false)
  surroundings.hidden = false
  surroundings.wake()
  expect(await overAfter(0)).toBe(true)
})
