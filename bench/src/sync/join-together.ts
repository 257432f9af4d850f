import { generate } from './generate.ts'
import { median } from './quantile.ts'
import type { Seat } from './seat.ts'

export const JOINERS = 50
/** A single burst says more about the collector and the compiler than about the server. */
const BURSTS = 5

/** Fifty people who come to one document at the same moment: the median over some bursts of the p95 of each. */
export async function timeJoiners(seats: readonly Seat[]): Promise<number> {
  const p95s: number[] = []
  for (let burst = 1; burst <= BURSTS; burst += 1) {
    const { p95 } = await generate({
      kind: 'join',
      seats: [...seats],
      together: true,
      keepsLoaded: true,
      // Fifty browsers have fifty processors: what they do with the document is not the server's.
      applies: false,
      characters: 0,
    })
    p95s.push(p95)
  }
  return median(p95s)
}
