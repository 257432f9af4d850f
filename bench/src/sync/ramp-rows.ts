import { generate } from './generate.ts'
import type { TypingResult } from './jobs.ts'
import { less, more, type Row } from './row.ts'
import { seatsAt } from './target.ts'

const P95_LIMIT_MS = 100
const FACTOR = 1.25

interface RampLoad {
  clients: number
  documents: number
  /** Characters per second of each client at the first step: under what the slowest peer takes. */
  firstRate: number
  bar: number
}

function rampRow(name: string, { clients, documents, firstRate, bar }: RampLoad): Row {
  return {
    name,
    title: `${clients} clients, ${documents} document${documents > 1 ? 's' : ''}, most with p95 ≤ ${P95_LIMIT_MS} ms`,
    figures: [
      more('edits', 'edits', bar),
      less('p95', 'p95 there', null),
      more('frames', 'frames received', null),
      less('busy', 'generator busy', null, ''),
    ],
    async measure(target, { stepSeconds }) {
      const names = await target.createDocuments(documents)
      const seats = seatsAt(target, { documents: names, count: clients })
      const load = { firstRate, factor: FACTOR, stepSeconds, p95LimitMs: P95_LIMIT_MS }
      const { best, steps } = await generate({ kind: 'ramp', seats, ...load })
      console.log(steps.map(stepLine).join('\n'))
      if (!best) return { edits: 0, p95: Number.NaN, frames: Number.NaN, busy: Number.NaN }
      return { edits: best.editsPerSecond, p95: best.p95, frames: best.framesInPerSecond, busy: best.busy }
    },
  }
}

function stepLine({ editsPerSecond, p95, missing, closed, busy }: TypingResult): string {
  const numbers = `p95 ${p95.toFixed(1)} ms, never seen ${missing}, closed ${closed}, generator busy ${busy.toFixed(2)}`
  return `  ${Math.round(editsPerSecond)} edits/s: ${numbers}`
}

/** How many edits a second a server takes before those who look are kept waiting. */
export const rampRows: readonly Row[] = [
  rampRow('most-20', { clients: 100, documents: 20, firstRate: 40, bar: 18_000 }),
  rampRow('most-1', { clients: 200, documents: 1, firstRate: 1.5, bar: 7_500 }),
]
