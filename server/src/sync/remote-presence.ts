import { z } from 'zod'
import type { PeerLink } from '../bus/peer-link.ts'
import type { Clock } from './clock.ts'
import { encodeDocumentMessage, type DocumentMessage, type ToldPresence } from './fan-out-wire.ts'
import { TELL_PRESENCE_MS } from './limits.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { Room } from './room.ts'

type PresenceMessage = DocumentMessage & { kind: 'presence' }

const awarenessState = z.record(z.string(), z.unknown())

/** Who is in the rooms of this process on other processes, and who is here, for them. */
export class RemotePresence {
  readonly #link: PeerLink
  readonly #registry: RoomRegistry
  readonly #clock: Clock
  readonly #untold = new Map<Room, Map<number, ToldPresence>>()
  /** Told before the edits that they stand behind. */
  readonly #early = new WeakMap<Room, { peer: string; message: PresenceMessage }[]>()

  constructor({ link, registry, clock }: { link: PeerLink; registry: RoomRegistry; clock: Clock }) {
    this.#link = link
    this.#clock = clock
    this.#registry = registry
    link.onPeerHere(() => this.ask(registry.rooms()))
    link.onPeerGone((peer) => {
      for (const room of registry.rooms()) room.presence.removePeer(peer)
    })
  }

  /** Tells others what changed here, the last of each client. */
  tell(room: Room, entry: ToldPresence): void {
    if (this.#untold.size === 0) this.#clock.after(TELL_PRESENCE_MS, () => this.#tellAll())
    const entries = this.#untold.get(room) ?? new Map<number, ToldPresence>()
    this.#untold.set(room, entries.set(entry.clientId, entry))
  }

  /** Asks the others who is in these rooms. */
  ask(rooms: readonly Room[]): void {
    if (rooms.length === 0) return
    this.#send({ kind: 'whoIsThere', documentIds: rooms.map(({ document }) => document.documentId) })
  }

  /** Says who is here: nobody, of a document that is not open. */
  answer(documentIds: readonly string[]): void {
    for (const documentId of documentIds) {
      const room = this.#registry.roomOf(documentId)
      const entries = room?.presence.told() ?? []
      this.#send({ kind: 'presence', documentId, behind: room?.document.heard ?? 0n, isAll: true, entries })
    }
  }

  /** A caret does not show where a text will be that this room does not have yet. */
  take(peer: string, message: PresenceMessage): void {
    const room = this.#registry.roomOf(message.documentId)
    if (!room) return
    const early = this.#early.get(room)
    if (early || room.document.seq < message.behind) this.#early.set(room, [...(early ?? []), { peer, message }])
    else show(room, peer, message)
  }

  /** The room has more of its log: shows what stood behind that. */
  advanced(room: Room): void {
    const early = this.#early.get(room)
    if (!early) return
    const waiting = early.findIndex(({ message }) => room.document.seq < message.behind)
    for (const { peer, message } of waiting === -1 ? early : early.slice(0, waiting)) show(room, peer, message)
    if (waiting === -1) this.#early.delete(room)
    else this.#early.set(room, early.slice(waiting))
  }

  #tellAll(): void {
    for (const [{ document }, entries] of this.#untold) {
      const { documentId, heard: behind } = document
      this.#send({ kind: 'presence', documentId, behind, isAll: false, entries: [...entries.values()] })
    }
    this.#untold.clear()
  }

  #send(message: DocumentMessage): void {
    this.#link.send('documents', encodeDocumentMessage(message))
  }
}

function show({ presence }: Room, peer: string, { isAll, entries }: PresenceMessage): void {
  if (isAll) presence.keepOfPeer(peer, new Set(entries.map(({ clientId }) => clientId)))
  for (const { clientId, userId, state: json } of entries) {
    if (json === null) presence.removeRemote(peer, clientId)
    else presence.setRemote(peer, { clientId, userId, json, state: awarenessState.parse(JSON.parse(json)) })
  }
}
