import type { Verdict } from './oracle.ts'

/** What a scenario found. */
export interface FaultReport {
  /** What failed, and how often: `50 kills of the server`. */
  faults: string
  seed: number
  /** One for each document. */
  verdicts: readonly Verdict[]
}

/** Everything in which the server broke its word, in words; empty when it kept it. */
export function brokenPromises({ verdicts }: FaultReport): string[] {
  return verdicts.flatMap(({ lost, doubled, missing, torn, diverged }) => [
    ...lost.map((mark) => `lost: ${mark}`),
    ...doubled.map((mark) => `doubled: ${mark}`),
    ...missing.map((mark) => `never stored: ${mark}`),
    ...(torn === '' ? [] : [`torn: ${torn}`]),
    ...diverged.map((who) => `has something else than what is stored: ${who}`),
  ])
}

/** One line of figures. */
export function describeReport(report: FaultReport): string {
  const { faults, seed, verdicts } = report
  const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + count(verdict), 0)
  const acknowledgements = verdicts.flatMap(({ acknowledgementsMs }) => acknowledgementsMs)
  const recoveries = verdicts.flatMap(({ recoveriesMs }) => recoveriesMs)
  return [
    faults,
    `${sum(({ typed }) => typed)} edits typed`,
    `${sum(({ acknowledged }) => acknowledged)} acknowledged`,
    `${sum(({ seen }) => seen)} seen by others`,
    `${sum(({ lost, missing }) => lost.length + missing.length)} lost`,
    `${sum(({ doubled }) => doubled.length)} doubled`,
    `${sum(({ diverged }) => diverged.length)} diverged`,
    `acknowledgement p50 ${milliseconds(percentile(acknowledgements, 0.5))}, p95 ${milliseconds(percentile(acknowledgements, 0.95))}`,
    `all back at most ${milliseconds(Math.max(0, ...recoveries))} after mending`,
    `seed ${seed}`,
  ].join(' · ')
}

/** The smallest value that so much of the others do not pass. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
