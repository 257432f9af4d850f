import * as Y from 'yjs'

/**
 * What a document will be once everything queued is durable, seen from far enough to judge the next update:
 * nothing is applied before its commit, but updates may stand on queued ones.
 */
export class PendingState {
  readonly #content: { readonly doc: Y.Doc }
  readonly #reached = new Map<number, number>()
  #queued = 0

  constructor(content: { readonly doc: Y.Doc }) {
    this.#content = content
  }

  get queued(): number {
    return this.#queued
  }

  readonly stateOf = (client: number): number =>
    Math.max(this.#reached.get(client) ?? 0, Y.getState(this.#content.doc.store, client))

  add(reached: ReadonlyMap<number, number>): void {
    this.#queued += 1
    for (const [client, clock] of reached) {
      if (clock > this.stateOf(client)) this.#reached.set(client, clock)
    }
  }

  /** Says that `count` queued updates are now in the document. */
  settle(count: number): void {
    this.#queued -= count
    if (this.#queued === 0) this.#reached.clear()
  }
}
