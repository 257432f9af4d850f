import * as Y from 'yjs'
import type { DeleteRange } from './inspected-update.ts'

/** Visits the characters of a range which the document still shows. Returns false as soon as `visit` does. */
function everyLiving(doc: Y.Doc, range: DeleteRange, visit: (item: Y.Item) => boolean): boolean {
  const structs = doc.store.clients.get(range.client)
  const end = Math.min(range.clock + range.length, Y.getState(doc.store, range.client))
  if (!structs || range.clock >= end) return true
  for (let i = Y.findIndexSS(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= end) return true
    if (struct instanceof Y.Item && !struct.deleted && !visit(struct)) return false
  }
  return true
}

/** Whether the document already has every one of these deletions. */
export function areAllDeleted(doc: Y.Doc, ranges: readonly DeleteRange[]): boolean {
  return ranges.every((range) => everyLiving(doc, range, () => false))
}

/**
 * Whether these deletions take away format markers only: the clean-up that Yjs writes by itself after a merge, even in a
 * client that only reads.
 */
export function deleteOnlyFormats(doc: Y.Doc, ranges: readonly DeleteRange[]): boolean {
  return ranges.every((range) => everyLiving(doc, range, (item) => item.content instanceof Y.ContentFormat))
}
