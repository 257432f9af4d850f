import { randomInt } from 'node:crypto'
import type { DocumentRef } from '@pupitre/document'
import * as Y from 'yjs'
import { admit, type Admission } from './admission.ts'
import { ClientOwnership } from './client-ownership.ts'
import type { LoadedDocument } from './document-loader.ts'
import type { Clock } from './clock.ts'
import { PendingState } from './pending-state.ts'
import { type Writing, WritingTimes } from './writing-times.ts'

const EMPTY_STATE_VECTOR_BYTES = 1

/** What `admit` says of an update; one to be stored goes with the times of writing to be stored beside it. */
export type RoomAdmission =
  | Exclude<Admission, { verdict: 'store' }>
  | (Extract<Admission, { verdict: 'store' }> & { writings: Writing[] })

/** One document in memory: exactly what its log holds, never more. What waits for its commit is known by its clocks only. */
export class RoomDocument {
  readonly documentId: string
  readonly ref: DocumentRef
  readonly epoch: string
  readonly doc: Y.Doc
  /** seq of the last update that is applied. */
  seq: bigint
  /** Updates and bytes in the log after the last snapshot. */
  logUpdates: number
  logBytes: number
  /** About what the document weighs when encoded. */
  approximateBytes: number
  readonly #pending: PendingState
  readonly #owners: ClientOwnership
  readonly #writingTimes = new WritingTimes()
  readonly #serverClients = new Map<string | null, number>()
  readonly #clock: Clock
  #wholeState: Uint8Array | null = null

  constructor({ loaded, ref, clock }: { loaded: LoadedDocument; ref: DocumentRef; clock: Clock }) {
    this.#clock = clock
    this.documentId = loaded.documentId
    this.ref = ref
    this.epoch = loaded.epoch
    this.doc = loaded.doc
    this.seq = loaded.seq
    this.logUpdates = loaded.logUpdates
    this.logBytes = loaded.logBytes
    this.approximateBytes = loaded.stateBytes
    this.#pending = new PendingState(loaded.doc)
    this.#owners = new ClientOwnership(loaded.owners)
  }

  get waitsForCommit(): boolean {
    return this.#pending.queued > 0
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

  /**
   * Applies updates that are now durable. Returns what they change as one update, or null when nothing does, and the
   * names of the fields that changed.
   */
  apply(updates: readonly Uint8Array[], seq: bigint): { merged: Uint8Array | null; fields: Set<string> } {
    const changes: Uint8Array[] = []
    const fields = new Set<string>()
    const keepChange = (change: Uint8Array) => void changes.push(change)
    const keepFields = (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys()) fields.add(this.#rootName(type))
    }
    this.doc.on('update', keepChange)
    this.doc.on('afterTransaction', keepFields)
    try {
      // One transaction, so one merged update: many times faster than merging encoded updates.
      this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update)
      })
    } finally {
      this.doc.off('update', keepChange)
      this.doc.off('afterTransaction', keepFields)
    }
    this.seq = seq
    this.logUpdates += updates.length
    for (const update of updates) this.logBytes += update.length
    this.#pending.settle(updates.length)
    this.#wholeState = null
    const merged = changes[0] ?? null
    this.approximateBytes += merged?.length ?? 0
    return { merged, fields }
  }

  /** What a client with this state vector lacks. Many clients that open the document at once share one encoding. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length > EMPTY_STATE_VECTOR_BYTES) return Y.encodeStateAsUpdate(this.doc, stateVector)
    this.#wholeState ??= Y.encodeStateAsUpdate(this.doc)
    return this.#wholeState
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  #rootName(type: object): string {
    for (const [name, root] of this.doc.share) {
      if (root === type) return name
    }
    throw new Error('a room holds nothing but root texts')
  }
}
