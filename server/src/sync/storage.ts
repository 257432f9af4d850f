import type { Writing } from './writing-times.ts'

/** One update to append. */
export interface AppendEntry {
  update: Uint8Array
  /** Whose edit it is, for the log; null for the server's own. */
  userId: string | null
  /** Yjs client ids that nobody owns yet, and who owns them from now on (null: the server). */
  newClients: readonly number[]
  clientOwner: string | null
  /** Whose time of writing is kept with it. */
  writings: readonly Writing[]
}

/** What one flush appends to one document, in order. */
export interface AppendGroup {
  documentId: string
  /** The life of the document that these edits were made in: another takes nothing of them. */
  epoch: string
  entries: readonly AppendEntry[]
}

/** The last seq of a document that was appended to; or why it was not. */
export type Appended = bigint | 'restored'

export interface AppendOptions {
  /** Whether to wait a moment for rows that another transaction holds; true by default. */
  waitsForRows?: boolean
}

/**
 * The log: the truth of every document. Tests put a failing one in front of it.
 */
export interface UpdateLog {
  /**
   * Appends all of it or nothing, durably: when the promise resolves, it is on the database's disk.
   * Returns the last seq of each document, or `restored` for one that lives another life since (its epoch). A document that is
   * not in the answer does not exist any more. For both, nothing was written.
   *
   * `waitsForRows: false` is for documents whose rows are likely to be held: they are `busy` at once.
   * @throws StorageError
   */
  append(groups: readonly AppendGroup[], options?: AppendOptions): Promise<Map<string, Appended>>
  close(): Promise<void>
}

/**
 * - `away`: the database cannot be reached or cannot write now. What it did is not known: appending again is harmless,
 *   since a Yjs update counts once however often it is applied.
 * - `busy`: a row is held by another transaction. Nothing was written.
 * - `failed`: the database answers, and could not write this: a damaged page, an error of a trigger. Another document may be
 *   written all the same, and this one later. Nothing was written.
 * - `refused`: the database will not take this, however often it is asked. Nothing was written.
 */
export type StorageTrouble = 'away' | 'busy' | 'failed' | 'refused'

export class StorageError extends Error {
  override name = 'StorageError'
  readonly trouble: StorageTrouble

  constructor(trouble: StorageTrouble, cause: unknown) {
    super(`the update log is ${trouble}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.trouble = trouble
  }
}
