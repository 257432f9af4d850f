import type { CommittedUpdates } from './fan-out-wire.ts'
import { MAX_EARLY_UPDATES_BYTES } from './limits.ts'
import type { Room } from './room.ts'

/** Updates told by other processes which came before those that they follow. Bounded: what is dropped is read from the log. */
export class EarlyUpdates {
  readonly #held = new Map<Room, CommittedUpdates[]>()
  #bytes = 0

  hold(room: Room, committed: CommittedUpdates): void {
    const bytes = bytesOf(committed)
    if (this.#bytes + bytes > MAX_EARLY_UPDATES_BYTES) return
    this.#bytes += bytes
    const held = this.#held.get(room)
    if (held) held.push(committed)
    else this.#held.set(room, [committed])
  }

  /** Takes the next that follows what the room has; those that the room has by now are dropped. */
  takeNext(room: Room): CommittedUpdates | null {
    const held = this.#held.get(room) ?? []
    const { seq } = room.document
    const next = held.find(({ from, to }) => from <= seq + 1n && to > seq) ?? null
    this.#keep(
      room,
      held,
      held.filter((committed) => committed !== next && committed.to > seq),
    )
    return next
  }

  forget(room: Room): void {
    this.#keep(room, this.#held.get(room) ?? [], [])
  }

  #keep(room: Room, held: readonly CommittedUpdates[], kept: CommittedUpdates[]): void {
    for (const committed of held) if (!kept.includes(committed)) this.#bytes -= bytesOf(committed)
    if (kept.length > 0) this.#held.set(room, kept)
    else this.#held.delete(room)
  }
}

function bytesOf({ updates }: CommittedUpdates): number {
  return updates.reduce((sum, update) => sum + update.length, 0)
}
