import * as Y from 'yjs'
import type { DeleteRange } from './inspected-update.ts'

/**
 * Whether the document has all of these characters, and `accept` says yes to each of those that it still shows.
 * Characters that only wait for their commit are not in the document.
 */
function everyLiving(doc: Y.Doc, range: DeleteRange, accept: (item: Y.Item) => boolean): boolean {
  const structs = doc.store.clients.get(range.client)
  const end = range.clock + range.length
  if (!structs || end > Y.getState(doc.store, range.client)) return false
  for (let i = Y.findIndexSS(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= end) return true
    if (struct instanceof Y.Item && !struct.deleted && !accept(struct)) return false
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
