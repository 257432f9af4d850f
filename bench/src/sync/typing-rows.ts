import { generate } from './generate.ts'
import { less, type Row } from './row.ts'
import { seatsAt } from './target.ts'

/** What a person types per second. */
const RATE = 5

interface TypingLoad {
  clients: number
  documents: number
  showCarets?: boolean
  bars: { p50?: number; p95: number }
}

function typingRow(name: string, { clients, documents, showCarets = false, bars }: TypingLoad): Row {
  const carets = showCarets ? ', carets' : ''
  return {
    name,
    title: `${clients} clients, ${documents} document${documents > 1 ? 's' : ''}, ${RATE} edits/s each${carets}`,
    figures: [
      less('p50', 'p50', bars.p50 ?? null),
      less('p95', 'p95', bars.p95),
      less('missing', 'edits never seen', 0, ''),
      less('busy', 'generator busy', null, ''),
    ],
    async measure(target, { seconds, warmUpSeconds }) {
      const names = await target.createDocuments(documents)
      const seats = seatsAt(target, { documents: names, count: clients })
      return { ...(await generate({ kind: 'typing', seats, rate: RATE, seconds, warmUpSeconds, showCarets })) }
    },
  }
}

/** From a keystroke to each of those who look, at a steady pace. */
export const typingRows: readonly Row[] = [
  typingRow('fifty', { clients: 50, documents: 1, bars: { p50: 3, p95: 8 } }),
  typingRow('crowd', { clients: 200, documents: 1, bars: { p95: 12 } }),
  typingRow('carets', { clients: 200, documents: 1, showCarets: true, bars: { p95: 20 } }),
  typingRow('many', { clients: 500, documents: 100, bars: { p95: 12 } }),
]
