import type { Curve } from './curve.ts'
import { generate } from './generate.ts'
import { collectedMemory } from './collected-memory.ts'
import { seatsAt } from './target.ts'

const CLIENTS = 100
const RATE = 5
const VISITED_AT_ONCE = 500
/** A room without connections unloads after thirty seconds. What is free then is given back when the collector next runs: it is asked to. */
const UNLOADED_AFTER_MS = 45_000

/** Documents that are stored and then all visited: what one more costs those that are written in. */
export const documentCurve: Curve = {
  title: `Documents, each visited once, while ${CLIENTS} people write ${CLIENTS * RATE} edits/s in 20 of them`,
  sizes: [10, 100, 1_000, 10_000],
  columns: ['p50 ms', 'p95 ms', 'ms per visit', 'MiB loaded', 'MiB when unloaded'],
  async measure(server, size) {
    const documents = await server.createDocuments(size)
    const before = await collectedMemory(server.pid)
    const start = performance.now()
    for (let from = 0; from < size; from += VISITED_AT_ONCE) {
      const some = documents.slice(from, from + VISITED_AT_ONCE)
      const seats = seatsAt(server, { documents: some, count: some.length })
      await generate({ kind: 'join', seats, together: false, applies: true, keepsLoaded: false, characters: 0 })
    }
    const visitMs = (performance.now() - start) / size
    const loaded = (await collectedMemory(server.pid)) - before
    const seats = seatsAt(server, { documents: documents.slice(0, 20), count: CLIENTS })
    const typed = await generate({
      kind: 'typing',
      seats,
      rate: RATE,
      seconds: 4,
      warmUpSeconds: 2,
      showCarets: false,
    })
    await new Promise((resolve) => setTimeout(resolve, UNLOADED_AFTER_MS))
    return [typed.p50, typed.p95, visitMs, loaded, (await collectedMemory(server.pid)) - before]
  },
}
