import type { DocumentRef } from '@pupitre/document'
import type { Clock } from './clock.ts'
import type { LoadedDocument } from './document-loader.ts'
import type { ToldPresence } from './fan-out-wire.ts'
import { IDLE_ROOM_MS } from './limits.ts'
import { RoomDocument } from './room-document.ts'
import { Room } from './room.ts'

/** Holds a room in memory until released. */
export interface RoomLease {
  room: Room
  release(): void
}

interface Slot {
  loading: Promise<Room | null>
  room: Room | null
  leases: number
  cancelUnload: (() => void) | null
}

interface RoomRegistryParts {
  clock: Clock
  load: (documentId: string) => Promise<LoadedDocument | null>
  /** Called once for each loaded room, before anyone enters it. */
  onLoaded: (room: Room, loaded: LoadedDocument) => void
  /** Called once for each room that is in the registry now, and when it is no more. */
  onOpen?: (room: Room) => void
  onClosed?: (room: Room) => void
  /** Told what changed of who is in a room on this process. */
  onPresence?: (room: Room, entry: ToldPresence) => void
  /** Resolves when a loaded room has every update up to `seq`, whichever process wrote it. */
  reach: (room: Room, seq: bigint) => Promise<void>
  /** Gives up a room whose document lives another life than the one that is judged now. */
  onRestored: (room: Room) => void
  /** Writes what a room must leave behind. False when it cannot be let go yet. */
  onIdle: (room: Room) => Promise<boolean>
}

/** The rooms of this process: each document is loaded once, however many clients come at the same time. */
export class RoomRegistry {
  readonly #parts: RoomRegistryParts
  readonly #slots = new Map<string, Slot>()

  constructor(parts: RoomRegistryParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#slots.size
  }

  /** Whether a document is loaded, or being loaded. */
  has(documentId: string): boolean {
    return this.#slots.has(documentId)
  }

  /** The room of a document, once it is loaded. */
  roomOf(documentId: string): Room | null {
    return this.#slots.get(documentId)?.room ?? null
  }

  rooms(): Room[] {
    return [...this.#slots.values()].flatMap((slot) => slot.room ?? [])
  }

  /**
   * Takes a lease on a document's room, loading it when needed. Null when the document does not exist. The room has all that
   * was committed up to `seq`, on other processes too: a client that comes from one of them has seen it, and would bring
   * colleagues' edits as if they were its own. And it is of the life (`epoch`) that was judged, when there is one.
   * @throws when it cannot be loaded; the next caller tries again
   */
  async enter({
    documentId,
    ref,
    seq,
    epoch,
  }: {
    documentId: string
    ref: DocumentRef
    seq: bigint
    epoch?: string
  }): Promise<RoomLease | null> {
    const slot = this.#slots.get(documentId) ?? this.#open(documentId, ref)
    slot.leases += 1
    slot.cancelUnload?.()
    slot.cancelUnload = null
    const room = await this.#loaded(documentId, slot)
    if (!room) return null
    const release = this.#releaseOnce(documentId, slot)
    if (epoch !== undefined && room.document.epoch !== epoch) {
      release()
      if (this.roomOf(documentId) === room) this.#parts.onRestored(room)
      throw new Error('the document was restored while its room was open')
    }
    if (room.document.seq >= seq) return { room, release }
    try {
      await this.#parts.reach(room, seq)
      if (this.roomOf(documentId) === room) return { room, release }
      throw new Error('the room was given up while it was brought up to date')
    } catch (error) {
      release()
      throw error
    }
  }

  async #loaded(documentId: string, slot: Slot): Promise<Room | null> {
    try {
      const room = await slot.loading
      if (!room) this.#discard(documentId, slot)
      return room
    } catch (error) {
      this.#discard(documentId, slot)
      throw error
    }
  }

  /** Drops a room whose document is not to be trusted any more: the next one who enters loads it again. */
  forget(room: Room): void {
    const slot = this.#slots.get(room.document.documentId)
    if (slot?.room !== room) return
    slot.cancelUnload?.()
    this.#discard(room.document.documentId, slot)
  }

  #open(documentId: string, ref: DocumentRef): Slot {
    const slot: Slot = { loading: this.#load(documentId, ref), room: null, leases: 0, cancelUnload: null }
    this.#slots.set(documentId, slot)
    slot.loading.then(
      (room) => this.#opened(slot, room),
      () => undefined,
    )
    return slot
  }

  #opened(slot: Slot, room: Room | null): void {
    slot.room = room
    if (room) this.#parts.onOpen?.(room)
  }

  async #load(documentId: string, ref: DocumentRef): Promise<Room | null> {
    const loaded = await this.#parts.load(documentId)
    if (!loaded) return null
    const { clock } = this.#parts
    const { onPresence } = this.#parts
    const room = new Room({ document: new RoomDocument({ loaded, ref, clock }), clock, onPresence })
    this.#parts.onLoaded(room, loaded)
    return room
  }

  #releaseOnce(documentId: string, slot: Slot): () => void {
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      slot.leases -= 1
      this.#unloadLater(documentId, slot)
    }
  }

  #unloadLater(documentId: string, slot: Slot): void {
    if (slot.leases > 0 || slot.cancelUnload || this.#slots.get(documentId) !== slot) return
    slot.cancelUnload = this.#parts.clock.after(IDLE_ROOM_MS, () => {
      slot.cancelUnload = null
      void this.#unload(documentId, slot)
    })
  }

  async #unload(documentId: string, slot: Slot): Promise<void> {
    if (!slot.room || slot.leases > 0) return
    const isReady = await this.#parts.onIdle(slot.room)
    // Somebody may have come while it was being written.
    if (slot.leases > 0) return
    if (isReady && !slot.room.document.waitsForCommit) this.#discard(documentId, slot)
    else this.#unloadLater(documentId, slot)
  }

  #discard(documentId: string, slot: Slot): void {
    if (this.#slots.get(documentId) !== slot) return
    this.#slots.delete(documentId)
    if (!slot.room) return
    this.#parts.onClosed?.(slot.room)
    slot.room.document.destroy()
  }
}
