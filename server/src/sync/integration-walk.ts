import * as Y from 'yjs'
import type { InspectedUpdate, Struct } from './inspected-update.ts'

/** Clock that a client has reached: its next character's number. */
export type StateOf = (client: number) => number

/**
 * Walks an update in the order in which Yjs would integrate it over a document that has reached `stateOf`.
 * Returns the clock reached by each client of the update, or null when something that it stands on is missing
 * (a gap, an unknown neighbour, a deletion of unknown characters, a circle). Time is linear in the update.
 */
export function walkIntegration(update: InspectedUpdate, stateOf: StateOf): Map<number, number> | null {
  const walk = new Walk(update.structsByClient, stateOf)
  for (const client of update.structsByClient.keys()) {
    if (!walk.run(client)) return null
  }
  for (const { client, clock, length } of update.deletes) {
    if (clock + length > walk.state(client)) return null
  }
  return walk.reached
}

class Walk {
  readonly reached = new Map<number, number>()
  readonly #next = new Map<number, number>()
  readonly #waiting = new Set<number>()
  readonly #structsByClient: Map<number, Struct[]>
  readonly #stateOf: StateOf

  constructor(structsByClient: Map<number, Struct[]>, stateOf: StateOf) {
    this.#structsByClient = structsByClient
    this.#stateOf = stateOf
  }

  state(client: number): number {
    return this.reached.get(client) ?? this.#stateOf(client)
  }

  /** Integrates all of one client's structs, and what they stand on first. */
  run(first: number): boolean {
    const stack = [first]
    this.#waiting.add(first)
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const struct = this.#head(client)
      if (!struct) {
        this.#waiting.delete(client)
        stack.pop()
        continue
      }
      const needed = this.#missingClient(struct)
      if (needed === null) {
        this.#pass(client, struct)
      } else {
        if (this.#waiting.has(needed) || !this.#head(needed)) return false
        this.#waiting.add(needed)
        stack.push(needed)
      }
    }
    return true
  }

  #head(client: number): Struct | undefined {
    return this.#structsByClient.get(client)?.[this.#next.get(client) ?? 0]
  }

  #pass(client: number, struct: Struct): void {
    this.#next.set(client, (this.#next.get(client) ?? 0) + 1)
    if (struct instanceof Y.Skip) return
    this.reached.set(client, Math.max(this.state(client), struct.id.clock + struct.length))
  }

  /** The client whose characters must come first; its own client when there is a gap before it. */
  #missingClient(struct: Struct): number | null {
    if (struct instanceof Y.Skip) return null
    const { client, clock } = struct.id
    if (clock > this.state(client)) return client
    if (!(struct instanceof Y.Item)) return null
    for (const neighbour of [struct.origin, struct.rightOrigin]) {
      if (neighbour && neighbour.clock >= this.state(neighbour.client)) return neighbour.client
    }
    return null
  }
}
