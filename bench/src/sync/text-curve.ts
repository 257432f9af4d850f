import type { Curve } from './curve.ts'
import { generate } from './generate.ts'
import { seatsAt } from './target.ts'

const CLIENTS = 20
const RATE = 5

/** A longer and longer text, pasted at once, then written in. */
export const textCurve: Curve = {
  title: `Bytes of text of one document, in which ${CLIENTS} people write ${CLIENTS * RATE} edits/s`,
  sizes: [1_000, 10_000, 100_000, 1_000_000],
  columns: ['paste to a colleague, ms', 'p50 ms', 'p95 ms', 'join p50 ms', 'bytes of a join'],
  async measure(server, size) {
    const documents = await server.createDocuments(1)
    const seats = seatsAt(server, { documents, count: CLIENTS })
    const [seat] = seats
    if (!seat) throw new Error('somebody pastes')
    const { milliseconds } = await generate({ kind: 'paste', seat, bytes: size })
    const job = { seats, rate: RATE, seconds: 4, warmUpSeconds: 2, showCarets: false }
    const typed = await generate({ kind: 'typing', ...job })
    const joined = await generate({
      kind: 'join',
      seats: seats.slice(0, 7),
      together: false,
      applies: true,
      keepsLoaded: true,
      characters: size,
    })
    return [milliseconds, typed.p50, typed.p95, joined.p50, joined.bytes]
  },
}
