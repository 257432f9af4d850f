import type { Clock } from './clock.ts'
import { HeldEdits } from './held-edits.ts'
import { FLUSH_RETRY_MAX_MS, FLUSH_RETRY_MIN_MS, MAX_FLUSH_BYTES, MAX_WAITING_BYTES } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import type { Room } from './room.ts'
import { StorageError, type Appended, type AppendEntry, type StorageTrouble, type UpdateLog } from './storage.ts'

/** Why edits of a room will never be in its log: the document is gone, was restored meanwhile, or the database refuses them. */
export type LossReason = 'gone' | 'restored' | 'refused'

/** Whoever edits: told once per flush, after the whole room. */
export interface EditSource {
  afterCommit(): void
}

/** An update on its way to the log. */
export interface Edit extends AppendEntry {
  room: Room
  source: EditSource
  /** It is on the disk and in the room. */
  onDurable: () => void
  onLost: (reason: LossReason) => void
}

/** What becomes of each room's edits. Called once for all of a room's edits in a flush, in their order. */
export interface CommitOutcome {
  committed(room: Room, edits: readonly Edit[], seq: bigint): void
  lost(room: Room, edits: readonly Edit[], reason: LossReason): void
}

/**
 * Group commit that clocks itself: one flush in flight, each taking all that waits. A slow disk makes larger flushes, not
 * a longer queue. Nothing is given to `outcome.committed` before it is on the database's disk.
 */
export class GroupCommit {
  readonly #log: UpdateLog
  readonly #clock: Clock
  readonly #logger: SyncLogger
  readonly #outcome: CommitOutcome
  #inFlight: Edit[] = []
  #waiting: Edit[] = []
  /** Edits of documents which cannot be written now: they wait without stopping the rest. */
  readonly #held: HeldEdits<Room, Edit>
  #bytes = 0
  #edits = 0
  #state: 'idle' | 'scheduled' | 'flushing' | 'backingOff' = 'idle'
  #retryMs = FLUSH_RETRY_MIN_MS
  #isAway = false
  readonly #idleWaiters: (() => void)[] = []

  constructor(parts: { log: UpdateLog; clock: Clock; logger: SyncLogger; outcome: CommitOutcome }) {
    this.#log = parts.log
    this.#clock = parts.clock
    this.#logger = parts.logger
    this.#outcome = parts.outcome
    this.#held = new HeldEdits({ clock: parts.clock })
  }

  get waitingEdits(): number {
    return this.#edits
  }

  get waitingBytes(): number {
    return this.#bytes
  }

  get isStorageAway(): boolean {
    return this.#isAway
  }

  /** Whether an edit of this size would pass what memory is allowed to hold. */
  isFullFor(bytes: number): boolean {
    return this.#bytes + bytes > MAX_WAITING_BYTES
  }

  add(edit: Edit): void {
    this.#edits += 1
    this.#bytes += edit.update.length
    const held = this.#held.of(edit.room)
    if (held) held.push(edit)
    else this.#waiting.push(edit)
    this.#schedule()
  }

  /** Updates of a room which are not applied yet, in their order. */
  queuedFor(room: Room): Uint8Array[] {
    return [...this.#inFlight, ...(this.#held.of(room) ?? []), ...this.#waiting]
      .filter((edit) => edit.room === room)
      .map((edit) => edit.update)
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    if (this.#edits === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idleWaiters.push(resolve))
  }

  #schedule(): void {
    if (this.#state !== 'idle' || this.#waiting.length === 0) return
    this.#state = 'scheduled'
    this.#clock.soon(() => void this.#flush())
  }

  async #flush(): Promise<void> {
    this.#state = 'flushing'
    const groups = this.#take()
    this.#inFlight = [...groups.values()].flat()
    const trouble = await this.#write(groups)
    this.#inFlight = []
    this.#isAway = trouble === 'away'
    if (this.#isAway) return this.#backOff()
    this.#retryMs = FLUSH_RETRY_MIN_MS
    this.#state = 'idle'
    this.#schedule()
    if (this.#edits === 0) for (const resolve of this.#idleWaiters.splice(0)) resolve()
  }

  #backOff(): void {
    this.#state = 'backingOff'
    this.#clock.after(this.#retryMs, () => {
      this.#state = 'idle'
      this.#schedule()
    })
    this.#retryMs = Math.min(this.#retryMs * 2, FLUSH_RETRY_MAX_MS)
  }

  /** Takes what waits, oldest first, by room. */
  #take(): Map<Room, Edit[]> {
    const groups = new Map<Room, Edit[]>()
    let bytes = 0
    let taken = 0
    for (const edit of this.#waiting) {
      if (taken > 0 && bytes + edit.update.length > MAX_FLUSH_BYTES) break
      bytes += edit.update.length
      taken += 1
      const group = groups.get(edit.room)
      if (group) group.push(edit)
      else groups.set(edit.room, [edit])
    }
    this.#waiting = this.#waiting.slice(taken)
    return groups
  }

  /** Writes a batch; one that fails for a reason of its own is tried again document by document. */
  async #write(groups: Map<Room, Edit[]>): Promise<StorageTrouble | null> {
    // A row that was held a moment ago is not worth a wait of everyone's: it is looked at again later.
    const waitsForRows = ![...groups.keys()].some((room) => this.#held.isInTrouble(room))
    const trouble = await this.#append(groups, { waitsForRows })
    if (trouble === 'away') this.#putBack(groups)
    if (trouble === null || trouble === 'away') return trouble
    if (groups.size > 1) return this.#writeOneByOne([...groups])
    for (const [room, edits] of groups) this.#setAside(room, edits, trouble)
    return trouble
  }

  async #writeOneByOne(groups: [Room, Edit[]][]): Promise<StorageTrouble | null> {
    for (const [i, [room, edits]] of groups.entries()) {
      const trouble = await this.#append(new Map([[room, edits]]), { waitsForRows: false })
      if (trouble === 'away') {
        this.#putBack(new Map(groups.slice(i)))
        return trouble
      }
      if (trouble) this.#setAside(room, edits, trouble)
    }
    return null
  }

  async #append(groups: Map<Room, Edit[]>, options: { waitsForRows: boolean }): Promise<StorageTrouble | null> {
    let appended: Map<string, Appended>
    try {
      appended = await this.#log.append(
        [...groups].map(([room, entries]) => ({
          documentId: room.document.documentId,
          epoch: room.document.epoch,
          entries,
        })),
        options,
      )
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      this.#logger.warn({ err: error, trouble: error.trouble, documents: groups.size }, 'a flush failed')
      return error.trouble
    }
    for (const [room, edits] of groups) {
      const seq = appended.get(room.document.documentId)
      if (seq === undefined) this.#lose(room, edits, 'gone')
      else if (seq === 'restored') this.#lose(room, edits, 'restored')
      else this.#commit(room, edits, seq)
    }
    return null
  }

  #commit(room: Room, edits: readonly Edit[], seq: bigint): void {
    this.#held.markWritten(room)
    this.#count(edits)
    try {
      this.#outcome.committed(room, edits, seq)
    } catch (err) {
      // One room's trouble must not keep the others from hearing of their commit.
      this.#logger.error({ err, documentId: room.document.documentId }, 'a room could not take what was committed')
      this.#lose(room, [], 'refused')
    }
  }

  /** Gives up a room's edits, those that stand on them included. */
  #lose(room: Room, edits: readonly Edit[], reason: LossReason): void {
    const later = [...this.#held.forget(room), ...this.#waiting.filter((edit) => edit.room === room)]
    this.#waiting = this.#waiting.filter((edit) => edit.room !== room)
    this.#count(edits)
    this.#count(later)
    this.#outcome.lost(room, [...edits, ...later], reason)
  }

  #count(settled: readonly Edit[]): void {
    this.#edits -= settled.length
    for (const edit of settled) this.#bytes -= edit.update.length
  }

  #putBack(groups: Map<Room, Edit[]>): void {
    this.#waiting = [...groups.values()].flat().concat(this.#waiting)
  }

  /** One document's trouble, which must not become everyone's. */
  #setAside(room: Room, edits: Edit[], trouble: Exclude<StorageTrouble, 'away'>): void {
    if (trouble === 'refused') return this.#lose(room, edits, 'refused')
    // Those that came during the flush stand behind these.
    const later = this.#waiting.filter((edit) => edit.room === room)
    this.#waiting = this.#waiting.filter((edit) => edit.room !== room)
    this.#held.hold(room, edits.concat(later), (held) => {
      this.#waiting = held.concat(this.#waiting)
      this.#schedule()
    })
  }
}
