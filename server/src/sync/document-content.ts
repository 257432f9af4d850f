import * as Y from 'yjs'
import { DECODE_LATER_BYTES, DECODE_LATER_UPDATES } from './limits.ts'

/** What the database has of a document: its last snapshot, and the log after it, all V1, in order. */
export interface StoredContent {
  state: Uint8Array | null
  updates: readonly Uint8Array[]
}

/** The whole of a document as clients are sent it (V1), and how far it goes. */
interface Encoded {
  update: Uint8Array
  stateVector: Uint8Array
}

/**
 * A document's content. Building the `Y.Doc` of a long one takes many times as long as sending its bytes, so it is built when somebody
 * needs it, and what clients ask for before is answered from the bytes.
 */
export class DocumentContent {
  #stored: StoredContent | null
  #encoded: Encoded | null
  #doc: Y.Doc | null = null

  /** Built at once. */
  static decoded(stored: StoredContent): DocumentContent {
    const content = new DocumentContent(stored, null)
    content.#doc = decode(stored)
    return content
  }

  /**
   * Built when it is needed, if it is long; what cannot be read is found out here.
   * @throws when the bytes are no document
   */
  static of(stored: StoredContent): DocumentContent {
    const isLong = stored.state !== null && stored.state.length >= DECODE_LATER_BYTES
    if (!isLong || stored.updates.length > DECODE_LATER_UPDATES) return DocumentContent.decoded(stored)
    return new DocumentContent(stored, encode(stored))
  }

  private constructor(stored: StoredContent, encoded: Encoded | null) {
    this.#stored = stored
    this.#encoded = encoded
  }

  get isDecoded(): boolean {
    return this.#doc !== null
  }

  get doc(): Y.Doc {
    this.#doc ??= decode(this.#stored)
    this.#stored = this.#encoded = null
    return this.#doc
  }

  /** All of it (V1). */
  whole(): Uint8Array {
    return this.#encoded?.update ?? Y.encodeStateAsUpdate(this.doc)
  }

  /** What a client with this state vector lacks (V1). @throws when it is no state vector */
  since(stateVector: Uint8Array): Uint8Array {
    return this.#encoded
      ? Y.diffUpdate(this.#encoded.update, stateVector)
      : Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  stateVector(): Uint8Array {
    return this.#encoded?.stateVector ?? Y.encodeStateVector(this.doc)
  }

  destroy(): void {
    this.#doc?.destroy()
  }
}

function decode(stored: StoredContent | null): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (stored?.state) Y.applyUpdate(doc, stored.state)
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update)
  })
  return doc
}

function encode({ state, updates }: StoredContent): Encoded {
  const snapshot = state ? [state] : []
  // The few among themselves first: a merge walks through all that it is given for each of them.
  const parts = updates.length > 0 ? [...snapshot, Y.mergeUpdates([...updates])] : snapshot
  const update = Y.mergeUpdates(parts)
  return { update, stateVector: Y.encodeStateVectorFromUpdate(update) }
}
