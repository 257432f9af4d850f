import type { LightClient } from './light-client.ts'

/** Documents with several clients each have one that watches; the only document of a load has ten. */
const WATCHERS_OF_ONE_DOCUMENT = 10
const MAX_WATCHERS = 20

/** Clients that look for what the others of their document typed, and when they have seen it. */
export class Watchers {
  /** Milliseconds from each keystroke to each watcher of its document, since the last `forget`. */
  delays: number[] = []
  readonly #seenBy = new Map<LightClient, Map<number, number>>()
  readonly #byDocument: Map<string, LightClient[]>

  constructor(clients: readonly LightClient[]) {
    this.#byDocument = Map.groupBy(clients, (client) => client.seat.document)
    const documents = [...this.#byDocument.values()]
    const perDocument = documents.length === 1 ? WATCHERS_OF_ONE_DOCUMENT : 1
    for (const together of documents.slice(0, MAX_WATCHERS)) {
      for (const watcher of together.slice(0, perDocument)) this.#watch(watcher, together)
    }
  }

  forget(): void {
    this.delays = []
  }

  /** Characters that a watcher has not seen of those that were typed until now. */
  missing(): number {
    let missing = 0
    for (const [watcher, seen] of this.#seenBy) {
      for (const client of this.#byDocument.get(watcher.seat.document) ?? []) {
        if (client !== watcher) missing += Math.max(0, client.typedAt.length - (seen.get(client.client) ?? 0))
      }
    }
    return missing
  }

  #watch(watcher: LightClient, together: readonly LightClient[]): void {
    const others = new Map(together.filter((client) => client !== watcher).map((client) => [client.client, client]))
    const seen = new Map<number, number>()
    this.#seenBy.set(watcher, seen)
    watcher.onSeen = (id, from, to) => {
      const typist = others.get(id)
      const known = seen.get(id) ?? 0
      if (!typist || to <= known) return
      seen.set(id, to)
      const now = performance.now()
      for (let clock = Math.max(known, from); clock < to; clock += 1) {
        const typedAt = typist.typedAt[clock]
        if (typedAt !== undefined) this.delays.push(now - typedAt)
      }
    }
  }
}
