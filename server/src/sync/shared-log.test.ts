import { expect, test } from 'vitest'
import { marksOf } from './testing/marks.ts'
import { SharedSchedule } from './testing/shared-schedule.ts'

const RUNS = 15
const TEST_TIMEOUT_MS = 180_000

test.for([
  { servers: 2, isLinked: false },
  { servers: 3, isLinked: false },
  { servers: 2, isLinked: true },
  { servers: 3, isLinked: true },
])(
  `[S70] over ${RUNS} random schedules of $servers processes (linked by messages that may be late or lost: $isLinked): nothing promised is lost, nothing is doubled, all converge, texts are projected in full`,
  { timeout: TEST_TIMEOUT_MS },
  async ({ servers, isLinked }) => {
    const firstSeed = Number(process.env['SCHEDULE_SEED'] ?? Date.now() % 1_000_000)
    const total = { typed: 0, crashes: 0, flushes: 0, gapsRead: 0, snapshots: 0, heard: 0 }
    for (let seed = firstSeed; seed < firstSeed + RUNS; seed++) {
      const result = await SharedSchedule.run({ seed, servers, isLinked })
      const expected = result.typed.filter((mark) => !result.deleted.has(mark)).toSorted()
      expect(result.broken, `promised and lost, seed ${seed}`).toEqual([])
      for (const text of result.texts) expect(text, `diverged, seed ${seed}`).toBe(result.storedDelta)
      expect(marksOf(result.storedText).toSorted(), `lost or doubled, seed ${seed}`).toEqual(expected)
      expect(marksOf(result.projectedText), `projection, seed ${seed}`).toEqual(marksOf(result.storedText))
      total.typed += result.typed.length
      for (const name of ['crashes', 'flushes', 'gapsRead', 'snapshots', 'heard'] as const)
        total[name] += result.counts[name]
    }
    process.stdout.write(
      `[S70] ${servers} servers, linked ${isLinked}, seeds ${firstSeed} to ${firstSeed + RUNS - 1}: ${JSON.stringify(total)}\n`,
    )
  },
)
