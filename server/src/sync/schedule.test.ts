import { expect, test } from 'vitest'
import { marksOf } from './testing/marks.ts'
import { Schedule } from './testing/schedule.ts'

const RUNS = 60
const TEST_TIMEOUT_MS = 120_000

test(
  `[S36] over ${RUNS} random schedules of frames, broken connections, failed flushes and crashes: all converge, nothing promised is lost, nothing is doubled`,
  async () => {
    const firstSeed = Number(process.env['SCHEDULE_SEED'] ?? Date.now() % 1_000_000)
    const total = { typed: 0, flushes: 0, crashes: 0 }
    for (let seed = firstSeed; seed < firstSeed + RUNS; seed++) {
      const { typed, deleted, broken, texts, storedText, storedDelta, flushes, crashes } = await Schedule.run(seed)
      const expected = typed.filter((mark) => !deleted.has(mark)).toSorted()
      expect(broken, `promised and lost, seed ${seed}`).toEqual([])
      for (const text of texts) expect(text, `diverged, seed ${seed}`).toBe(storedDelta)
      expect(marksOf(storedText).toSorted(), `lost or doubled, seed ${seed}`).toEqual(expected)
      total.typed += typed.length
      total.flushes += flushes
      total.crashes += crashes
    }
    process.stdout.write(`[S36] seeds ${firstSeed} to ${firstSeed + RUNS - 1}: ${JSON.stringify(total)}\n`)
  },
  TEST_TIMEOUT_MS,
)
