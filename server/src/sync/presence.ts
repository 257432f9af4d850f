import { encodeAwareness, encodeAwarenessEntry, joinAwarenessEntries } from '@pupitre/document'
import type { Clock } from './clock.ts'
import type { ToldPresence } from './fan-out-wire.ts'
import { AWARENESS_INTERVAL_MS, AWARENESS_INTERVAL_PER_MEMBER_MS } from './limits.ts'
import type { Member } from './room.ts'

/** Who speaks for a Yjs client: a connection here, or another process (by its name). */
type Voice = { member: Member; peer: null } | { member: null; peer: string }

type Present = Voice & { userId: string; json: string; encoded: Uint8Array }

interface PresenceParts {
  clock: Clock
  members: () => ReadonlySet<Member>
  /** Told at once what changed on this process. */
  onChange?: (entry: ToldPresence) => void
}

/**
 * Who is in a room, and where their carets are, on this process and on others. Nobody hears of themselves; changes go out
 * together, the first at once, then at a steady pace. Clocks are the server's own, from the time of day: a client that comes
 * back, even after a restart of the server, is seen at once and not at its next renewal.
 */
export class Presence {
  readonly #parts: PresenceParts
  readonly #present = new Map<number, Present>()
  /** Encoded changes that wait to go out; `from` is left out of the frame that carries it. */
  readonly #changes = new Map<number, { from: Member | null; encoded: Uint8Array }>()
  #lastClock = 0
  #lastFlush = 0
  #isScheduled = false

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** Whether this member may speak for this Yjs client: nobody does, or the same user's connection of before. */
  mayTake(member: Member, clientId: number): boolean {
    const present = this.#present.get(clientId)
    return !present || present.userId === member.userId
  }

  set(member: Member, clientId: number, state: Record<string, unknown>): void {
    const { userId } = member
    const json = JSON.stringify(state)
    this.#set(clientId, { member, peer: null, userId, json }, { state, told: { clientId, userId, state: json } })
  }

  /** Says that a client is gone, unless another speaks for it by now. */
  remove(member: Member, clientId: number): void {
    if (this.#present.get(clientId)?.member !== member) return
    this.#remove(clientId, { clientId, userId: member.userId, state: null })
  }

  /** What another process says of a client of its own. */
  setRemote(peer: string, { clientId, userId, json, state }: RemoteState): void {
    const present = this.#present.get(clientId)
    // Asked by a third process, it may say again what is known.
    if (present?.peer === peer && present.json === json) return
    this.#set(clientId, { member: null, peer, userId, json }, { state, told: null })
  }

  removeRemote(peer: string, clientId: number): void {
    if (this.#present.get(clientId)?.peer === peer) this.#remove(clientId, null)
  }

  /** Of those of another process, only these are there. */
  keepOfPeer(peer: string, clientIds: ReadonlySet<number>): void {
    for (const [clientId, present] of this.#present)
      if (present.peer === peer && !clientIds.has(clientId)) this.#remove(clientId, null)
  }

  /** Another process is gone, and who was there with it. */
  removePeer(peer: string): void {
    this.keepOfPeer(peer, new Set())
  }

  /** Those who are here on this process. */
  told(): ToldPresence[] {
    return [...this.#present].flatMap(([clientId, { member, userId, json }]) =>
      member ? { clientId, userId, state: json } : [],
    )
  }

  /** Everyone but this member, as one frame; null when there is nobody. */
  othersThan(member: Member): Uint8Array | null {
    const entries = [...this.#present.values()]
      .filter((present) => present.member !== member)
      .map((present) => present.encoded)
    return entries.length === 0 ? null : encodeAwareness(joinAwarenessEntries(entries))
  }

  #set(
    clientId: number,
    present: Voice & { userId: string; json: string },
    { state, told }: { state: Record<string, unknown>; told: ToldPresence | null },
  ): void {
    const encoded = encodeAwarenessEntry({ clientId, clock: this.#nextClock(), state })
    this.#present.set(clientId, { ...present, encoded })
    this.#change(clientId, { from: present.member, encoded })
    if (told) this.#parts.onChange?.(told)
  }

  #remove(clientId: number, told: ToldPresence | null): void {
    this.#present.delete(clientId)
    const encoded = encodeAwarenessEntry({ clientId, clock: this.#nextClock(), state: null })
    this.#change(clientId, { from: null, encoded })
    if (told) this.#parts.onChange?.(told)
  }

  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#parts.clock.now())
    return this.#lastClock
  }

  #change(clientId: number, change: { from: Member | null; encoded: Uint8Array }): void {
    this.#changes.set(clientId, change)
    if (this.#isScheduled) return
    this.#isScheduled = true
    const { clock, members } = this.#parts
    const interval = Math.max(AWARENESS_INTERVAL_MS, members().size * AWARENESS_INTERVAL_PER_MEMBER_MS)
    clock.after(Math.max(0, this.#lastFlush + interval - clock.now()), () => this.#flush())
  }

  #flush(): void {
    this.#isScheduled = false
    this.#lastFlush = this.#parts.clock.now()
    const changes = [...this.#changes.values()]
    this.#changes.clear()
    const senders = new Set(changes.map((change) => change.from))
    const forAll = encodeAwareness(joinAwarenessEntries(changes.map((change) => change.encoded)))
    for (const member of this.#parts.members()) {
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

/** A client's state as another process tells it. */
export interface RemoteState {
  clientId: number
  userId: string
  json: string
  state: Record<string, unknown>
}
