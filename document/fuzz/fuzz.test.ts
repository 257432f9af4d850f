import { describe, expect, test } from 'vitest'
import { playCampaign } from './campaign.ts'
import { PLANTED_BUGS } from './planted-bugs.ts'
import { campaignTable, failureLine, stepLine } from './report.ts'

const RUNS = 2_000
const FIRST_SEED = 1

describe('the binding under concurrent edits', () => {
  test(
    `[B1] keeps every typed character exactly once over ${RUNS} runs, and all peers equal`,
    { timeout: 180_000 },
    () => {
      const result = playCampaign({ firstSeed: FIRST_SEED, runs: RUNS })
      process.stdout.write(
        `\nSeeds ${FIRST_SEED} to ${FIRST_SEED + RUNS - 1}\n${campaignTable(result)}\nSteps: ${stepLine(result)}\n`,
      )
      expect(result.failed.map(failureLine)).toEqual([])
      expect(result.total.runs).toBe(RUNS)
    },
  )

  test.for(Object.entries(PLANTED_BUGS))(
    '[B2] catches within 500 runs a binding that %s',
    { timeout: 60_000 },
    ([, rules]) => {
      const result = playCampaign({ firstSeed: FIRST_SEED, runs: 500, rules, stopsAtFailure: true })
      expect(result.failed.length).toBe(1)
    },
  )
})
