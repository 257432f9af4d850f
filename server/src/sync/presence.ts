import { encodeAwareness, encodeAwarenessEntry, joinAwarenessEntries } from '@pupitre/document'
import type { Clock } from './clock.ts'
import { AWARENESS_INTERVAL_MS, AWARENESS_INTERVAL_PER_MEMBER_MS } from './limits.ts'
import type { Member } from './room.ts'

interface Present {
  member: Member
  clock: number
  encoded: Uint8Array
}

/**
 * Who is in a room, and where their carets are. Nobody hears of themselves; changes go out together at a steady pace.
 * Clocks are the server's own, from the time of day: a client that comes back, even after a restart of the server, is
 * seen at once and not at its next renewal.
 */
export class Presence {
  readonly #clock: Clock
  readonly #members: () => ReadonlySet<Member>
  readonly #present = new Map<number, Present>()
  /** Encoded changes that wait to go out; `from` is left out of the frame that carries it. */
  readonly #changes = new Map<number, { from: Member | null; encoded: Uint8Array }>()
  #lastClock = 0
  #isScheduled = false

  constructor({ clock, members }: { clock: Clock; members: () => ReadonlySet<Member> }) {
    this.#clock = clock
    this.#members = members
  }

  /** Whether this member may speak for this Yjs client: nobody here does, or the same user's connection of before. */
  mayTake(member: Member, clientId: number): boolean {
    const present = this.#present.get(clientId)
    return !present || present.member.userId === member.userId
  }

  set(member: Member, clientId: number, state: Record<string, unknown>): void {
    const clock = this.#nextClock()
    const encoded = encodeAwarenessEntry({ clientId, clock, state })
    this.#present.set(clientId, { member, clock, encoded })
    this.#change(clientId, member, encoded)
  }

  /** Says that a client is gone, unless another member speaks for it by now. */
  remove(member: Member, clientId: number): void {
    if (this.#present.get(clientId)?.member !== member) return
    this.#present.delete(clientId)
    this.#change(clientId, null, encodeAwarenessEntry({ clientId, clock: this.#nextClock(), state: null }))
  }

  /** Everyone but this member, as one frame; null when there is nobody. */
  othersThan(member: Member): Uint8Array | null {
    const entries = [...this.#present.values()]
      .filter((present) => present.member !== member)
      .map((present) => present.encoded)
    return entries.length === 0 ? null : encodeAwareness(joinAwarenessEntries(entries))
  }

  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now())
    return this.#lastClock
  }

  #change(clientId: number, from: Member | null, encoded: Uint8Array): void {
    this.#changes.set(clientId, { from, encoded })
    if (this.#isScheduled) return
    this.#isScheduled = true
    const interval = Math.max(AWARENESS_INTERVAL_MS, this.#members().size * AWARENESS_INTERVAL_PER_MEMBER_MS)
    this.#clock.after(interval, () => this.#flush())
  }

  #flush(): void {
    this.#isScheduled = false
    const changes = [...this.#changes.values()]
    this.#changes.clear()
    const senders = new Set(changes.map((change) => change.from))
    const forAll = encodeAwareness(joinAwarenessEntries(changes.map((change) => change.encoded)))
    for (const member of this.#members()) {
      if (!senders.has(member)) {
        member.sendAwareness(forAll)
        continue
      }
      const others = changes.filter((change) => change.from !== member)
      if (others.length > 0)
        member.sendAwareness(encodeAwareness(joinAwarenessEntries(others.map((change) => change.encoded))))
    }
  }
}
