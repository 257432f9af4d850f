import type { Anchor, DocumentRef, Quote, TextDelta, TextEdit } from '@pupitre/document'
import type { Tx } from './transaction.ts'
import { authorIdOf, type Viewer } from './viewer.ts'

/** Who writes: the id of a user or of a key of the API, or null for the server itself. */
export interface Actor {
  userId: string | null
}

/** A viewer as who writes. */
export function actorOf(viewer: Viewer | null): Actor {
  return { userId: viewer && authorIdOf(viewer) }
}

export interface NewDocument {
  document: DocumentRef
  /** Initial content per field; the fields of the kind that are left out start empty. */
  fields: Record<string, TextDelta>
}

/** One update of a document, written in a transaction. */
export interface WrittenText {
  document: DocumentRef
  /** The fields that it changed; none when the document only lives again. */
  fields: readonly string[]
  actor: Actor
}

/** A passage as it is stored: its characters where they were last, its words, and what was around them. */
export interface StoredPassage {
  texte: string
  caracteres: Uint8Array
  citation: string
  avant: string
  apres: string
  seule: boolean
}

/** Where a passage is now. */
export interface PassagePlace {
  texte: string
  caracteres: Uint8Array
  /** None of its characters is there, nor its words. */
  perdu: boolean
}

/**
 * A document whose row a transaction holds: until it ends, what it says is on the disk, and nobody else writes in it.
 */
export interface LockedText {
  document: DocumentRef
  /** What each of its fields says. */
  fields: Readonly<Record<string, TextDelta>>

  /**
   * Edits fields as one update, under a Yjs client that nobody else writes with. Answers that client, by which the edit is taken back.
   * Rooms have it once `follow` is called, after the commit. @throws TextTooLargeError
   */
  write(input: { edits: Readonly<Record<string, TextEdit>>; actor: Actor }): Promise<number>

  /** Where passages are in this document, what the transaction wrote included; those of another document by their words. */
  locate(passages: readonly StoredPassage[]): { seq: bigint; places: PassagePlace[] }

  /**
   * Takes back what `write` added under a client, in each field where it still stands whole: nothing of it was deleted, nothing written
   * within. The other fields stay as they are, and those of `except`. Each field is named on one side, those where nothing is left of
   * it too.
   */
  withdraw(input: {
    client: number
    actor: Actor
    except?: readonly string[]
  }): Promise<{ withdrawn: string[]; kept: string[] }>

  /** Ends the document's present life: until `reopen`, no edit of anybody is taken. Answers what `reopen` needs. */
  close(): Promise<string>

  /** Gives a closed document its life back: edits that wait on devices are taken again. */
  reopen(epoch: string): Promise<void>
}

/** A passage as it is now: its words, and what is around them. */
export interface QuotedPassage extends Quote {
  /** Whether these words stand nowhere else in the document. */
  isAlone: boolean
  /** Of the last update that was looked at. */
  seq: bigint
}

/** The document would be larger than documents may be. */
export class TextTooLargeError extends Error {
  override name = 'TextTooLargeError'
}

/**
 * What the domain asks of live text. The sync server implements it: the domain never imports `sync`.
 */
export interface LiveText {
  /** Writes new documents, their log and their projection inside the caller's transaction. The fiche's or plan's row must be there. */
  create(input: { tx: Tx; documents: NewDocument[]; actor: Actor }): Promise<void>

  /**
   * The passage that an anchor covers in a field, as rooms hold it: what is on the disk. Null when the document has not had all of its
   * characters, or has none of them left there.
   */
  quote(input: { document: DocumentRef; field: string; anchor: Anchor }): Promise<QuotedPassage | null>

  /** What documents say, field by field, as it is on the disk at that moment; those that do not exist are left out. */
  read(documents: readonly DocumentRef[]): Promise<NewDocument[]>

  /** Locks documents' rows until the caller's transaction ends, always in one order. After the rows of fiches and plans. */
  lock(input: { tx: Tx; documents: readonly DocumentRef[] }): Promise<LockedText[]>

  /** Brings what a transaction wrote to whoever has it open, once it is committed. Never rejects: the log has it. */
  follow(written: readonly WrittenText[]): Promise<void>

  /** Edits one field of an existing document through its room, after the caller's commit. Resolves when the edit is durable. */
  apply(input: { document: DocumentRef; field: string; delta: TextEdit; actor: Actor }): Promise<void>

  /**
   * Makes one field of an existing document say this, by the smallest edit in words of what it says at that moment: what
   * stays keeps its authors and its comments. Resolves when the edit is durable.
   */
  rewrite(input: { document: DocumentRef; field: string; content: TextDelta; actor: Actor }): Promise<void>
}
