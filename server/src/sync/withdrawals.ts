import type { TextEdit } from '@pupitre/document'
import type * as Y from 'yjs'
import { fieldsOf, firstItem } from './quiet-text.ts'

/** What takes back what one Yjs client wrote. */
export interface Withdrawals {
  /** By field: what deletes its characters, which stand there whole. */
  edits: Record<string, TextEdit>
  /** The fields where somebody changed something of it since. */
  kept: string[]
}

/**
 * Reads a document for what one client wrote there, by one edit in each field: a run of characters, of which nobody has deleted one, and
 * within which nobody has written. `except`: fields that are kept whatever they say.
 */
export function withdrawals(
  doc: Y.Doc,
  { client, except }: { client: number; except: readonly string[] },
): Withdrawals {
  const edits: Record<string, TextEdit> = {}
  const kept: string[] = []
  for (const field of fieldsOf(doc)) {
    const run = runOf(firstItem(doc, field), client)
    if (run === null) continue
    if (run === 'touched' || except.includes(field)) kept.push(field)
    else edits[field] = run.from > 0 ? [{ retain: run.from }, { delete: run.length }] : [{ delete: run.length }]
  }
  return { edits, kept }
}

/** Null when the client wrote nothing there. */
function runOf(first: Y.Item | null, client: number): { from: number; length: number } | 'touched' | null {
  let at = 0
  let from: number | null = null
  let length = 0
  let isTouched = false
  /** Something of others since the last character of the client's: within, if more of the client's comes. */
  let others = false
  for (let item = first; item; item = item.right) {
    const isTheirs = item.id.client === client
    if (isTheirs) {
      if (from !== null && others) isTouched = true
      if (item.deleted && item.countable) isTouched = true
      from ??= at
      others = false
      if (!item.deleted && item.countable) length += item.length
    } else if (!item.deleted) others = true
    if (!item.deleted && item.countable) at += item.length
  }
  if (from === null) return null
  return isTouched || length === 0 ? 'touched' : { from, length }
}
