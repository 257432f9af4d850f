import { encodeUpdate, type CloseReason } from '@pupitre/document'
import type { Clock } from './clock.ts'
import type { ToldPresence } from './fan-out-wire.ts'
import { Presence } from './presence.ts'
import type { RoomDocument } from './room-document.ts'

/** A connection, as its room sees it. */
export interface Member {
  readonly userId: string
  /** False until it has been sent the document: what is in there already must not be sent before. */
  readonly isSynced: boolean
  /** Whether it is told of its commits by a message of its own, and needs no echo. */
  readonly wantsAcks: boolean
  sendDocument(frame: Uint8Array): void
  sendAwareness(frame: Uint8Array): void
  close(reason: CloseReason): void
}

interface RoomParts {
  document: RoomDocument
  clock: Clock
  /** Told what changed of who is there on this process. */
  onPresence?: ((room: Room, entry: ToldPresence) => void) | undefined
}

/** A loaded document and the connections that look at it. */
export class Room {
  readonly document: RoomDocument
  readonly presence: Presence
  readonly #members = new Set<Member>()

  constructor({ document, clock, onPresence }: RoomParts) {
    this.document = document
    this.presence = new Presence({
      clock,
      members: () => this.#members,
      onChange: (entry) => onPresence?.(this, entry),
    })
  }

  get members(): ReadonlySet<Member> {
    return this.#members
  }

  join(member: Member): void {
    this.#members.add(member)
  }

  leave(member: Member): void {
    this.#members.delete(member)
  }

  /**
   * Sends what has become durable to everyone, encoded once. A stock client's own echo is its acknowledgement; a client
   * that gets acknowledgements and wrote all of it needs none.
   */
  publish(update: Uint8Array, sources: ReadonlySet<unknown>): void {
    const frame = encodeUpdate(update)
    for (const member of this.#members) {
      if (!member.isSynced) continue
      if (member.wantsAcks && sources.size === 1 && sources.has(member)) continue
      member.sendDocument(frame)
    }
  }

  closeAll(reason: CloseReason): void {
    for (const member of this.#members) member.close(reason)
  }
}
