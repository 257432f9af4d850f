import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

it('runs once more after what was asked meanwhile, even when a run fails', async () => {
  const runs: PromiseWithResolvers<void>[] = []
  const ask = oneAtATime(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  ask()
  ask()
  ask()
  expect(runs).toHaveLength(1)
  runs[0]?.reject(new Error('away'))
  await expect.poll(() => runs.length).toBe(2)
  runs[1]?.resolve()
  await Promise.resolve()
  expect(runs).toHaveLength(2)
})
