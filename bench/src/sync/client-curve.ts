import type { Curve } from './curve.ts'
import { generate } from './generate.ts'
import { peakMemory } from './process-memory.ts'
import { seatsAt } from './target.ts'

const EDITS_PER_SECOND = 100

/** More and more people look at one document, in which as much is typed. */
export const clientCurve: Curve = {
  title: `Clients of one document, ${EDITS_PER_SECOND} edits/s in all`,
  sizes: [2, 10, 50, 200, 500],
  columns: ['p50 ms', 'p95 ms', 'bytes/s to each', 'MiB at the most'],
  async measure(server, size) {
    const documents = await server.createDocuments(1)
    const seats = seatsAt(server, { documents, count: size })
    const job = { seats, rate: EDITS_PER_SECOND / size, seconds: 5, warmUpSeconds: 2, showCarets: false }
    const { result, peakMib } = await peakMemory(server.pid, () => generate({ kind: 'typing', ...job }))
    return [result.p50, result.p95, result.bytesInPerSecond / size, peakMib]
  },
}
