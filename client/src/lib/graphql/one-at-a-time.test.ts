import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

function gated() {
  const runs: PromiseWithResolvers<void>[] = []
  const ask = oneAtATime(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  return { runs, ask }
}

it('runs once more after what was asked meanwhile, even when a run fails', async () => {
  const { runs, ask } = gated()
  void ask()
  void ask()
  void ask()
  expect(runs).toHaveLength(1)
  runs[0]?.reject(new Error('away'))
  await expect.poll(() => runs.length).toBe(2)
  runs[1]?.resolve()
  await Promise.resolve()
  expect(runs).toHaveLength(2)
})

it('tells each who asks when a run that began afterwards has ended', async () => {
  const { runs, ask } = gated()
  const ended: string[] = []
  void ask().then(() => ended.push('first'))
  void ask().then(() => ended.push('second'))
  void ask().then(() => ended.push('third'))
  runs[0]?.resolve()
  await expect.poll(() => runs.length).toBe(2)
  expect(ended).toEqual(['first'])
  runs[1]?.resolve()
  await expect.poll(() => ended).toEqual(['first', 'second', 'third'])
})
