import type { PeerLink, PeerMessage } from '../bus/peer-link.ts'
import type { CatchUp } from './catch-up.ts'
import type { Clock } from './clock.ts'
import { EarlyUpdates } from './early-updates.ts'
import { decodeDocumentMessage, encodeDocumentMessage, type CommittedUpdates } from './fan-out-wire.ts'
import type { Edit } from './group-commit.ts'
import { GAP_GRACE_MS, MAX_TOLD_BYTES } from './limits.ts'
import type { MissingUpdates } from './missing-updates.ts'
import { RemotePresence } from './remote-presence.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { Room } from './room.ts'

interface FanOutParts {
  link: PeerLink
  clock: Clock
  registry: RoomRegistry
  catchUp: CatchUp
  /** Updates that follow what the room has. */
  onUpdates: (room: Room, updates: MissingUpdates) => void
}

/**
 * Tells the other processes what this one commits, after the commit, and gives rooms what others tell, in the order of the
 * log. Nothing waits for it, and nothing that it loses is lost: the log has it.
 */
export class FanOut {
  readonly presence: RemotePresence
  readonly #parts: FanOutParts
  readonly #early = new EarlyUpdates()
  #outgoing: CommittedUpdates[] = []
  /** Rooms that lack updates which others may be about to tell. */
  readonly #patient = new Set<Room>()
  readonly #draining = new Set<Room>()
  /** Last seq told of documents that are being loaded. */
  readonly #heardWhileLoading = new Map<string, bigint>()

  constructor(parts: FanOutParts) {
    const { link, registry } = parts
    this.#parts = parts
    this.presence = new RemotePresence({ link, registry, clock: parts.clock })
    link.onMessage((message) => this.#take(message))
  }

  /** What was committed together is told together. */
  committed({ document: { documentId, epoch } }: Room, edits: readonly Edit[], seq: bigint): void {
    if (this.#outgoing.length === 0) queueMicrotask(() => this.#tell())
    const from = seq - BigInt(edits.length) + 1n
    const updates = edits.map(({ update }) => update)
    const isTold = updates.reduce((sum, update) => sum + update.length, 0) <= MAX_TOLD_BYTES
    const owners = new Map(
      edits.flatMap(({ newClients, clientOwner }) => newClients.map((client) => [client, clientOwner] as const)),
    )
    this.#outgoing.push({ documentId, epoch, from, to: seq, updates: isTold ? updates : [], owners })
  }

  /** The log of a room has, up to `seq`, an update that a transaction wrote there: the others read it. */
  appended({ document: { documentId, epoch } }: Room, seq: bigint): void {
    if (this.#outgoing.length === 0) queueMicrotask(() => this.#tell())
    this.#outgoing.push({ documentId, epoch, from: seq, to: seq, updates: [], owners: new Map() })
  }

  /** A room has more of its log than before: gives it what came too early. */
  advanced(room: Room): void {
    // What is given below makes the room advance again.
    if (this.#draining.has(room)) return
    this.#draining.add(room)
    try {
      for (let next = this.#early.takeNext(room); next; next = this.#early.takeNext(room)) this.#give(room, next)
    } finally {
      this.#draining.delete(room)
    }
    this.presence.advanced(room)
  }

  /** A room lacks updates: others are telling of them, most often; else they are read. */
  behind(room: Room): void {
    const { link, clock, catchUp } = this.#parts
    if (!link.isReachable) return catchUp.start(room)
    if (this.#patient.has(room)) return
    this.#patient.add(room)
    clock.after(GAP_GRACE_MS, () => {
      this.#patient.delete(room)
      catchUp.start(room)
    })
  }

  /** A room is loaded: what was told meanwhile is read, and who is there is asked. */
  loaded(room: Room): void {
    const { documentId } = room.document
    const heard = this.#heardWhileLoading.get(documentId)
    this.#heardWhileLoading.delete(documentId)
    if (heard !== undefined) room.document.hear(heard)
    if (room.document.isBehind) this.#parts.catchUp.start(room)
    this.presence.ask([room])
  }

  unloaded(room: Room): void {
    this.#early.forget(room)
  }

  #tell(): void {
    const documents = this.#outgoing
    this.#outgoing = []
    this.#parts.link.send('documents', encodeDocumentMessage({ kind: 'committed', documents }))
  }

  #take({ peer, topic, body }: PeerMessage): void {
    const message = topic === 'documents' ? decodeDocumentMessage(body) : null
    if (!message) return
    switch (message.kind) {
      case 'committed':
        for (const committed of message.documents) this.#hear(committed)
        return
      case 'presence':
        return this.presence.take(peer, message)
      case 'whoIsThere':
        return this.presence.answer(message.documentIds)
    }
  }

  #hear(committed: CommittedUpdates): void {
    const { registry, catchUp } = this.#parts
    const { documentId, epoch, from, to, updates } = committed
    const room = registry.roomOf(documentId)
    if (!room) {
      if (registry.has(documentId)) this.#heardWhileLoading.set(documentId, to)
      return
    }
    const { document } = room
    if (document.epoch !== epoch || document.seq >= to) return
    document.hear(to)
    if (updates.length === 0) return catchUp.start(room)
    if (from <= document.seq + 1n) return this.#give(room, committed)
    this.#early.hold(room, committed)
    this.behind(room)
  }

  #give(room: Room, { epoch, to, updates, owners }: CommittedUpdates): void {
    this.#parts.onUpdates(room, { epoch, seq: to, state: null, updates, owners })
  }
}
