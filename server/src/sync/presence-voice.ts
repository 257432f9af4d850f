import { decodeAwarenessEntries, readAwarenessState } from '@pupitre/document'
import { AwarenessGate } from './awareness-gate.ts'
import { MAX_AWARENESS_BYTES } from './limits.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

interface PresenceVoiceParts {
  session: Session
  room: Room
  user: { id: string; name: string; color: string }
}

/** What one connection says about itself. It speaks for one Yjs client, and under its user's name only. */
export class PresenceVoice {
  readonly #parts: PresenceVoiceParts
  readonly #gate = new AwarenessGate()
  #clientId: number | null = null

  constructor(parts: PresenceVoiceParts) {
    this.#parts = parts
  }

  /**
   * Takes the content of an awareness frame, and holds it behind this connection's own edits up to `behind`.
   * Returns false when the state is over its size limit.
   * @throws MalformedFrameError
   */
  take({ update, behind, acknowledged }: { update: Uint8Array; behind: number; acknowledged: number }): boolean {
    for (const { clientId, encodedState } of decodeAwarenessEntries(update)) {
      if (!this.#speaksFor(clientId)) continue
      if (encodedState.length > MAX_AWARENESS_BYTES) return false
      const state = readAwarenessState(encodedState)
      const pass = () => this.#say(clientId, state)
      if (behind > acknowledged) this.#gate.hold(behind, pass)
      else pass()
    }
    return true
  }

  onAcknowledged(acknowledged: number): void {
    this.#gate.release(acknowledged)
  }

  fallSilent(): void {
    if (this.#clientId !== null) this.#parts.room.presence.remove(this.#parts.session, this.#clientId)
  }

  /** The first client that it names is its own, unless somebody else here speaks for it. */
  #speaksFor(clientId: number): boolean {
    if (this.#clientId === null && this.#parts.room.presence.mayTake(this.#parts.session, clientId))
      this.#clientId = clientId
    return this.#clientId === clientId
  }

  #say(clientId: number, state: Record<string, unknown> | null): void {
    const { room, session, user } = this.#parts
    if (!session.isOpen) return
    if (state === null) room.presence.remove(session, clientId)
    else room.presence.set(session, clientId, { ...state, user })
  }
}
