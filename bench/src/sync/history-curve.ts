import type { Curve } from './curve.ts'
import { generate } from './generate.ts'
import { seatsAt } from './target.ts'

const EDITS_OF_A_FRAME = 100
const JOINS = 7

/** A longer and longer history in one document. */
export const historyCurve: Curve = {
  title: `Edits in the history of one document, ${EDITS_OF_A_FRAME} to a frame`,
  sizes: [10, 1_000, 10_000, 100_000, 1_000_000],
  columns: ['µs per edit to write', 'join p50 ms', 'bytes of a join', 'join after a restart, ms'],
  async measure(server, size) {
    const documents = await server.createDocuments(1)
    const seats = seatsAt(server, { documents, count: JOINS })
    const [seat] = seats
    if (!seat) throw new Error('somebody writes')
    const frames = Math.ceil(size / EDITS_OF_A_FRAME)
    const { characters, milliseconds } = await generate({ kind: 'write', seat, edits: size, frames })
    const job = { kind: 'join' as const, together: false, applies: true, characters }
    const warm = await generate({ ...job, seats, keepsLoaded: true })
    await server.restart()
    // The first to come to a new process wakes it up; the document is another's matter.
    const [elsewhere] = seatsAt(server, { documents: await server.createDocuments(1), count: 1 })
    if (elsewhere) await generate({ ...job, seats: [elsewhere], keepsLoaded: false, characters: 0 })
    const cold = await generate({ ...job, seats: [seat], keepsLoaded: false })
    return [(milliseconds * 1000) / size, warm.p50, warm.bytes, cold.p50]
  },
}
