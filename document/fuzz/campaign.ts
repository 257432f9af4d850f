import type { BindingRules } from '../src/client/binding-rules.ts'
import { MIX_NAMES } from './mixes.ts'
import type { MixName } from './mixes.ts'
import { playRun, scenarioOf } from './run.ts'
import type { RunResult } from './run.ts'

export interface Campaign {
  firstSeed: number
  runs: number
  mixes?: readonly MixName[]
  rules?: BindingRules
  /** Stop at the first run that fails. */
  stopsAtFailure?: boolean
}

/** Sums over many runs. */
export interface Tally {
  runs: number
  steps: number
  typed: number
  edits: number
  /** Anchors of comments that were followed to the end. */
  anchors: number
  runsLost: number
  runsDoubled: number
  runsRevived: number
  /** Runs that failed in any other way: diverged, editor and text unlike, text moved, an exception. */
  runsOtherwise: number
  acceptedCopies: number
}

export interface CampaignResult {
  total: Tally
  byMix: Map<MixName, Tally>
  stepCounts: Map<string, number>
  failed: RunResult[]
}

export function playCampaign({
  firstSeed,
  runs,
  mixes = MIX_NAMES,
  rules,
  stopsAtFailure = false,
}: Campaign): CampaignResult {
  const result: CampaignResult = { total: emptyTally(), byMix: new Map(), stepCounts: new Map(), failed: [] }
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const run = playRun(scenarioOf(seed, mixes), rules)
    const { mix } = run.scenario
    const tally = result.byMix.get(mix) ?? emptyTally()
    result.byMix.set(mix, tally)
    add(tally, run)
    add(result.total, run)
    for (const [step, count] of Object.entries(run.steps))
      result.stepCounts.set(step, (result.stepCounts.get(step) ?? 0) + count)
    if (run.failures.length === 0) continue
    result.failed.push(run)
    if (stopsAtFailure) break
  }
  return result
}

function emptyTally(): Tally {
  return {
    runs: 0,
    steps: 0,
    typed: 0,
    edits: 0,
    anchors: 0,
    runsLost: 0,
    runsDoubled: 0,
    runsRevived: 0,
    runsOtherwise: 0,
    acceptedCopies: 0,
  }
}

function add(tally: Tally, run: RunResult): void {
  const hasFate = run.lost.length + run.doubled.length + run.revived.length > 0
  tally.runs += 1
  tally.steps += Object.values(run.steps).reduce((sum, count) => sum + count, 0)
  tally.typed += run.typed
  tally.edits += run.edits
  tally.anchors += run.anchors
  tally.runsLost += run.lost.length > 0 ? 1 : 0
  tally.runsDoubled += run.doubled.length > 0 ? 1 : 0
  tally.runsRevived += run.revived.length > 0 ? 1 : 0
  tally.runsOtherwise += run.failures.length > 0 && !hasFate ? 1 : 0
  tally.acceptedCopies += run.acceptedCopies
}
