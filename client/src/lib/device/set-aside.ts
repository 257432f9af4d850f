import { deltaToPlain, deltaToPlainLine, isPlainLine, type TextDelta } from '@pupitre/document'
import * as Y from 'yjs'
import { compareWords } from '../text/compare-words.ts'
import type { UpdateRow } from './device-database.ts'

/**
 * Why edits can no longer be sent:
 * - `restored`: the document on the server has another life (a reset or restored database);
 * - `readOnly`: its writer may only read it now;
 * - `gone`: it was deleted, or is no longer open to its writer;
 * - `tooLarge`: they take the document past its size limit;
 * - `rejected`: the server could not accept them.
 */
export type SetAsideReason = 'restored' | 'readOnly' | 'gone' | 'tooLarge' | 'rejected'

/** A field of a document that has unsent edits, as plain text. */
export interface FieldWords {
  field: string
  /** As it is written on this device. */
  mine: string
  /** The server's text that the edits were made on; null when it is not known any more. */
  before: string | null
}

/** Words that the server will not take: kept on the device until who wrote them has dealt with them. */
export interface SetAside {
  path: string
  titre: string
  reason: SetAsideReason
  /** Milliseconds since 1970. */
  at: number
  /** How many edits they were. */
  edits: number
  fields: readonly FieldWords[]
}

/** What the unsent edits of a copy change, field by field, from its rows alone. */
export function unsentWords(rows: readonly UpdateRow[]): FieldWords[] {
  const unsent = rows.filter(({ edits }) => edits > 0)
  const mine = documentOf(rows)
  const before = unsent.some(({ whole }) => whole) ? null : documentOf(rows.filter(({ edits }) => edits === 0))
  const fields = [...new Set(unsent.flatMap(({ fields }) => fields))]
  return differences({ mine, before, fields })
}

/**
 * Of words in a document that is no longer open to who wrote them: theirs, and nothing of what was there before. Whole fields where
 * that is not known.
 */
export function ownWords(fields: readonly FieldWords[]): FieldWords[] {
  return fields
    .map(({ field, mine, before }) => ({
      field,
      mine: before === null ? mine : addedWords(mine, before),
      before: null,
    }))
    .filter(({ mine }) => mine !== '')
}

function addedWords(mine: string, before: string): string {
  const added = compareWords(mine, before).mine.filter(({ isOnlyHere }) => isOnlyHere)
  return added
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

/** The named fields of a document whose text is not what it was before. */
export function differences({
  mine,
  before,
  fields,
}: {
  mine: Y.Doc
  before: Y.Doc | null
  fields: readonly string[]
}): FieldWords[] {
  return fields
    .map((field) => ({
      field,
      mine: plainText(mine, field),
      before: before ? plainText(before, field) : null,
    }))
    .filter((words) => words.mine !== words.before)
}

/** A field of a document as plain text. */
export function plainText(doc: Y.Doc, field: string): string {
  const delta: TextDelta = doc.getText(field).toDelta()
  return isPlainLine(field) ? deltaToPlainLine(delta) : deltaToPlain(delta)
}

/** The document that rows are, which nobody else holds. */
function documentOf(rows: readonly UpdateRow[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(doc, update)
  return doc
}
