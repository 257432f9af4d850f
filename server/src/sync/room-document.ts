import { randomInt } from 'node:crypto'
import { encodeStep2, type DocumentRef } from '@pupitre/document'
import * as Y from 'yjs'
import { admit, type Admission } from './admission.ts'
import { ClientOwnership } from './client-ownership.ts'
import type { DocumentContent } from './document-content.ts'
import type { LoadedDocument } from './document-loader.ts'
import type { Clock } from './clock.ts'
import { DECODE_AFTER_MS } from './limits.ts'
import { LogPosition } from './log-position.ts'
import type { MissingUpdates } from './missing-updates.ts'
import { PendingState } from './pending-state.ts'
import { type Writing, WritingTimes } from './writing-times.ts'

const EMPTY_STATE_VECTOR_BYTES = 1

/** No struct, no deletion. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/** What `admit` says of an update; one to be stored goes with the times of writing to be stored beside it. */
export type RoomAdmission =
  | Exclude<Admission, { verdict: 'store' }>
  | (Extract<Admission, { verdict: 'store' }> & { writings: Writing[] })

/** What updates changed in a room. */
export interface RoomChange {
  /** As one update; null when it was all there already. */
  merged: Uint8Array | null
  /** Names of the fields whose projection is to be written again. */
  fields: Set<string>
}

/**
 * One document in memory: never more than its log holds. What waits for its commit is known by its clocks only. What this
 * process commits is in it at once, even when updates of another process, which came before, are still to be read.
 */
export class RoomDocument {
  readonly documentId: string
  readonly ref: DocumentRef
  readonly epoch: string
  /** Updates and bytes in the log after the last snapshot. */
  logUpdates: number
  logBytes: number
  /** About what the document weighs when encoded. */
  approximateBytes: number
  /** Whether what was loaded is kept as a version. */
  readonly isKeptAsVersion: boolean
  readonly #content: DocumentContent
  readonly #pending: PendingState
  readonly #owners: ClientOwnership
  readonly #writingTimes = new WritingTimes()
  readonly #serverClients = new Map<string | null, number>()
  readonly #clock: Clock
  readonly #position: LogPosition
  /** Fields changed beyond what `seq` says: a projection at `seq` may be written over by one that lacks them. */
  readonly #fieldsBeyond = new Set<string>()
  #wholeAnswer: Uint8Array | null = null
  #cancelDecoding: () => void = () => undefined

  constructor({ loaded, ref, clock }: { loaded: LoadedDocument; ref: DocumentRef; clock: Clock }) {
    this.#clock = clock
    this.documentId = loaded.documentId
    this.ref = ref
    this.epoch = loaded.epoch
    this.#content = loaded.content
    this.#position = new LogPosition(loaded.seq)
    this.logUpdates = loaded.logUpdates
    this.logBytes = loaded.logBytes
    this.approximateBytes = loaded.stateBytes
    this.isKeptAsVersion = loaded.versionSeq !== null && loaded.versionSeq >= loaded.seq
    this.#pending = new PendingState(loaded.content)
    this.#owners = new ClientOwnership(loaded.owners)
  }

  get doc(): Y.Doc {
    return this.#content.doc
  }

  /** Whether it is built, and not only its bytes. */
  get isDecoded(): boolean {
    return this.#content.isDecoded
  }

  get waitsForCommit(): boolean {
    return this.#pending.queued > 0
  }

  /** Every update of the log up to this one is applied. Only this may be said of a snapshot or a projection. */
  get seq(): bigint {
    return this.#position.seq
  }

  /** Seq of the last update that is known to be in the log. */
  get heard(): bigint {
    return this.#position.heard
  }

  /** Whether others have appended updates that are not applied yet. */
  get isBehind(): boolean {
    return this.#position.isBehind
  }

  /** Says that the log goes up to this seq. */
  hear(seq: bigint): void {
    this.#position.hear(seq)
  }

  isKnownClient(client: number): boolean {
    return this.#owners.knows(client)
  }

  /**
   * The Yjs client under which the server edits for this user (null: for itself) while this room is loaded: what it writes
   * is theirs. Never the one of `doc`: Yjs would change it.
   */
  serverClientFor(userId: string | null): number {
    const known = this.#serverClients.get(userId)
    if (known !== undefined) return known
    const drawn = randomInt(2 ** 32)
    this.#serverClients.set(userId, drawn)
    return drawn
  }

  /**
   * Judges an update against the document and what is queued for it. When the verdict is `store`, the update counts as
   * queued: the caller hands it to the group commit.
   * @throws BadUpdateError
   */
  admit({
    update,
    userId,
    access,
  }: {
    update: Uint8Array
    userId: string | null
    access: 'read' | 'write'
  }): RoomAdmission {
    // What a client says that has nothing of its own: no reason to build a long document.
    if (isEmpty(update)) return { verdict: 'known' }
    const admission = admit({
      update,
      kind: this.ref.kind,
      doc: this.doc,
      pending: this.#pending,
      owners: this.#owners,
      userId,
      access,
    })
    if (admission.verdict !== 'store') return admission
    const writings = this.#writingTimes.note(this.#begun(admission.reached), this.#clock.now())
    this.#pending.add(admission.reached)
    return { ...admission, writings }
  }

  /** Where each client of an admitted update goes on writing. */
  #begun(reached: ReadonlyMap<number, number>): Writing[] {
    return [...reached]
      .map(([client, end]) => ({ client, clock: this.#pending.stateOf(client), end }))
      .filter(({ clock, end }) => end > clock)
  }

  /** Applies updates that this process has queued and committed, the last of them at `seq`. */
  apply(updates: readonly Uint8Array[], seq: bigint): RoomChange {
    const changed = this.#change(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update)
    })
    this.#position.take({ from: seq - BigInt(updates.length) + 1n, to: seq })
    this.#pending.settle(updates.length)
    this.#count(updates)
    return this.#withFieldsBeyond(changed)
  }

  /** Applies what other processes have appended since `seq`. */
  catchUp({ seq, state, updates, owners }: MissingUpdates): RoomChange {
    const changed = this.#change(() => {
      if (state) Y.applyUpdate(this.doc, state)
      for (const update of updates) Y.applyUpdate(this.doc, update)
    })
    this.#owners.learn(owners)
    this.#position.reach(seq)
    // The log before a snapshot is gone.
    if (state) this.logUpdates = this.logBytes = 0
    this.#count(updates)
    return this.#withFieldsBeyond(changed)
  }

  /** The step 2 frame for a client with this state vector. Many that open the document at once are sent the same bytes. */
  answerTo(stateVector: Uint8Array): Uint8Array {
    if (!this.isDecoded) this.#decodeSoon()
    if (stateVector.length > EMPTY_STATE_VECTOR_BYTES) return encodeStep2(this.#content.since(stateVector))
    this.#wholeAnswer ??= encodeStep2(this.#content.whole())
    return this.#wholeAnswer
  }

  stateVector(): Uint8Array {
    return this.#content.stateVector()
  }

  /** The room is unloaded. */
  destroy(): void {
    this.#cancelDecoding()
    this.#content.destroy()
  }

  #decodeSoon(): void {
    this.#cancelDecoding()
    this.#cancelDecoding = this.#clock.after(DECODE_AFTER_MS, () => {
      try {
        void this.#content.doc
      } catch {
        // Who needs it will say so.
      }
    })
  }

  /** In one transaction, so one merged update: many times faster than merging encoded updates. */
  #change(applyAll: () => void): RoomChange {
    const changes: Uint8Array[] = []
    const fields = new Set<string>()
    const keepChange = (change: Uint8Array) => void changes.push(change)
    const keepFields = (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys()) fields.add(this.#rootName(type))
    }
    this.doc.on('update', keepChange)
    this.doc.on('afterTransaction', keepFields)
    try {
      this.doc.transact(applyAll)
    } finally {
      this.doc.off('update', keepChange)
      this.doc.off('afterTransaction', keepFields)
    }
    this.#wholeAnswer = null
    const merged = changes[0] ?? null
    this.approximateBytes += merged?.length ?? 0
    return { merged, fields }
  }

  #count(updates: readonly Uint8Array[]): void {
    this.logUpdates += updates.length
    for (const update of updates) this.logBytes += update.length
  }

  /** Once nothing is missing, what was changed too early is projected again, under the seq that has it. */
  #withFieldsBeyond(change: RoomChange): RoomChange {
    for (const field of change.fields) this.#fieldsBeyond.add(field)
    if (this.isBehind) return change
    const fields = new Set(this.#fieldsBeyond)
    this.#fieldsBeyond.clear()
    return { ...change, fields }
  }

  #rootName(type: object): string {
    for (const [name, root] of this.doc.share) {
      if (root === type) return name
    }
    throw new Error('a room holds nothing but root texts')
  }
}
