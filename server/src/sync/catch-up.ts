import type { Clock } from './clock.ts'
import type { LossReason } from './group-commit.ts'
import { CATCH_UP_RETRY_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import type { MissingUpdates } from './missing-updates.ts'
import type { Room } from './room.ts'

/** Reads what a room lacks; null when its document does not exist any more. */
export type ReadMissing = (room: Room) => Promise<MissingUpdates | null>

/** What becomes of a room once what it lacked is read. */
export interface CatchUpOutcome {
  caughtUp(room: Room, missing: MissingUpdates): void
  /** The document is gone; or `restored`, it is not the one that the room was loaded from. */
  gone(room: Room, reason: LossReason): void
}

interface CatchUpParts {
  read: ReadMissing
  /** False once the room is unloaded or given up. */
  isLoaded: (room: Room) => boolean
  clock: Clock
  logger: SyncLogger
  outcome: CatchUpOutcome
}

/** Brings rooms up to what other processes have appended to their logs. One read per room at a time. */
export class CatchUp {
  readonly #parts: CatchUpParts
  readonly #reading = new Map<Room, Promise<void>>()
  readonly #retrying = new Set<Room>()

  constructor(parts: CatchUpParts) {
    this.#parts = parts
  }

  /** Reads in the background what the room lacks, until it lacks nothing. */
  start(room: Room): void {
    if (!room.document.isBehind || this.#retrying.has(room)) return
    this.#read(room).catch((err: unknown) => this.#retryLater(room, err))
  }

  /**
   * Resolves when the room has every update up to `seq`.
   * @throws when the log cannot be read now
   */
  async reach(room: Room, seq: bigint): Promise<void> {
    room.document.hear(seq)
    while (room.document.seq < seq && this.#parts.isLoaded(room)) await this.#read(room)
  }

  /** Reads until nothing is missing; those who come meanwhile wait for the same. */
  #read(room: Room): Promise<void> {
    const current = this.#reading.get(room)
    if (current) return current
    const reading = this.#readAll(room).finally(() => this.#reading.delete(room))
    this.#reading.set(room, reading)
    return reading
  }

  async #readAll(room: Room): Promise<void> {
    const { read, isLoaded, outcome } = this.#parts
    while (room.document.isBehind && isLoaded(room)) {
      const { heard, epoch } = room.document
      const missing = await read(room)
      if (!isLoaded(room)) return
      if (!missing) outcome.gone(room, 'gone')
      else if (missing.epoch !== epoch || missing.seq < heard) outcome.gone(room, 'restored')
      else outcome.caughtUp(room, missing)
    }
  }

  #retryLater(room: Room, err: unknown): void {
    const { clock, logger } = this.#parts
    logger.warn({ err, documentId: room.document.documentId }, 'what others wrote could not be read')
    this.#retrying.add(room)
    clock.after(CATCH_UP_RETRY_MS, () => {
      this.#retrying.delete(room)
      if (this.#parts.isLoaded(room)) this.start(room)
    })
  }
}
