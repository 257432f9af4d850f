import type { Clock } from './clock.ts'
import { FLUSH_RETRY_MAX_MS, FLUSH_RETRY_MIN_MS } from './limits.ts'

/**
 * Edits of rooms whose documents cannot be written now, while others can. Each room is tried again by itself, at first soon,
 * then less and less often until one of its flushes succeeds.
 */
export class HeldEdits<Room, Edit> {
  readonly #clock: Clock
  readonly #held = new Map<Room, Edit[]>()
  /** Rooms in trouble, those that are being tried again included, and how long the next wait of each is. */
  readonly #waitsMs = new Map<Room, number>()

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock
  }

  /** What is held for a room; an edit that comes meanwhile stands behind it. */
  of(room: Room): Edit[] | undefined {
    return this.#held.get(room)
  }

  /** Whether the last flush of this room failed for a reason of its own. */
  isInTrouble(room: Room): boolean {
    return this.#waitsMs.has(room)
  }

  /** Keeps edits back; `retry` gets them, with those that came meanwhile, when it is time to try again. */
  hold(room: Room, edits: Edit[], retry: (edits: Edit[]) => void): void {
    const waitMs = this.#waitsMs.get(room) ?? FLUSH_RETRY_MIN_MS
    this.#waitsMs.set(room, Math.min(waitMs * 2, FLUSH_RETRY_MAX_MS))
    this.#held.set(room, edits)
    this.#clock.after(waitMs, () => {
      const held = this.#held.get(room)
      this.#held.delete(room)
      if (held) retry(held)
    })
  }

  /** A flush of this room succeeded. */
  markWritten(room: Room): void {
    this.#waitsMs.delete(room)
  }

  /** Gives a room up; returns what was held for it. */
  forget(room: Room): Edit[] {
    const held = this.#held.get(room) ?? []
    this.#held.delete(room)
    this.#waitsMs.delete(room)
    return held
  }
}
