import type { DocumentRef, TextDelta, TextEdit } from '@pupitre/document'
import type { Tx } from './transaction.ts'

/** Who writes: a user's id, or null for the server itself. */
export interface Actor {
  userId: string | null
}

export interface NewDocument {
  document: DocumentRef
  /** Initial content per field; the fields of the kind that are left out start empty. */
  fields: Record<string, TextDelta>
}

/**
 * What the domain asks of live text. The sync server implements it: the domain never imports `sync`.
 */
export interface LiveText {
  /** Writes new documents, their log and their projection inside the caller's transaction. The fiche's or plan's row must be there. */
  create(input: { tx: Tx; documents: NewDocument[]; actor: Actor }): Promise<void>

  /** What documents say, field by field, as it is on the disk at that moment; those that do not exist are left out. */
  read(documents: readonly DocumentRef[]): Promise<NewDocument[]>

  /** Edits one field of an existing document through its room, after the caller's commit. Resolves when the edit is durable. */
  apply(input: { document: DocumentRef; field: string; delta: TextEdit; actor: Actor }): Promise<void>

  /**
   * Makes one field of an existing document say this, by the smallest edit in words of what it says at that moment: what
   * stays keeps its authors and its comments. Resolves when the edit is durable.
   */
  rewrite(input: { document: DocumentRef; field: string; content: TextDelta; actor: Actor }): Promise<void>
}
