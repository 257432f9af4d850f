import { expect, test } from 'vitest'
import { marksOf } from './testing/marks.ts'
import { SharedSchedule } from './testing/shared-schedule.ts'

const RUNS = 25
const TEST_TIMEOUT_MS = 180_000

test.for([2, 3])(
  `[S70] over ${RUNS} random schedules of %i processes that share nothing but the log: nothing promised is lost, nothing is doubled, all converge, texts are projected in full`,
  { timeout: TEST_TIMEOUT_MS },
  async (servers) => {
    const firstSeed = Number(process.env['SCHEDULE_SEED'] ?? Date.now() % 1_000_000)
    const total = { typed: 0, crashes: 0, flushes: 0, gapsRead: 0, snapshots: 0 }
    for (let seed = firstSeed; seed < firstSeed + RUNS; seed++) {
      const result = await SharedSchedule.run({ seed, servers })
      const expected = result.typed.filter((mark) => !result.deleted.has(mark)).toSorted()
      expect(result.broken, `promised and lost, seed ${seed}`).toEqual([])
      for (const text of result.texts) expect(text, `diverged, seed ${seed}`).toBe(result.storedDelta)
      expect(marksOf(result.storedText).toSorted(), `lost or doubled, seed ${seed}`).toEqual(expected)
      expect(marksOf(result.projectedText), `projection, seed ${seed}`).toEqual(marksOf(result.storedText))
      total.typed += result.typed.length
      for (const name of ['crashes', 'flushes', 'gapsRead', 'snapshots'] as const) total[name] += result.counts[name]
    }
    process.stdout.write(
      `[S70] ${servers} servers, seeds ${firstSeed} to ${firstSeed + RUNS - 1}: ${JSON.stringify(total)}\n`,
    )
  },
)
