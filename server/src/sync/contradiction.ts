import * as Y from 'yjs'
import type { InspectedUpdate, Struct } from './inspected-update.ts'

/**
 * Whether an update gives other content to characters that the document already has: two writers drew the same Yjs
 * client id. Yjs would keep the first and drop the second without a word, and the two would differ for ever.
 */
export function contradicts(doc: Y.Doc, update: InspectedUpdate): boolean {
  for (const [client, structs] of update.structsByClient) {
    const known = Y.getState(doc.store, client)
    for (const struct of structs) {
      if (struct.id.clock >= known) break
      if (struct instanceof Y.Item && differsFromStored(doc, struct, Math.min(known, struct.id.clock + struct.length)))
        return true
    }
  }
  return false
}

function differsFromStored(doc: Y.Doc, item: Y.Item, end: number): boolean {
  const stored = doc.store.clients.get(item.id.client) ?? []
  for (let i = Y.findIndexSS(stored, item.id.clock); i < stored.length; i++) {
    const other = stored[i]
    if (!other || other.id.clock >= end) return false
    const from = Math.max(item.id.clock, other.id.clock)
    const to = Math.min(end, other.id.clock + other.length)
    if (differs(item, other, { from, to })) return true
  }
  return false
}

/** What was deleted has no content left to compare: it does not differ. */
function differs(item: Y.Item, stored: Struct, { from, to }: { from: number; to: number }): boolean {
  if (!(stored instanceof Y.Item) || stored.deleted || item.content instanceof Y.ContentDeleted) return false
  if (!isSameId(originAt(item, from), originAt(stored, from))) return true
  const kept = contentBetween(stored, from, to)
  // Yjs writes U+FFFD where it had to cut a character in two.
  return !kept.includes('\uFFFD') && kept !== contentBetween(item, from, to)
}

function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock === item.id.clock ? item.origin : Y.createID(item.id.client, clock - 1)
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === b || (a !== null && b !== null && Y.compareIDs(a, b))
}

function contentBetween({ content, id }: Y.Item, from: number, to: number): string {
  if (content instanceof Y.ContentString) return `text ${content.str.slice(from - id.clock, to - id.clock)}`
  if (content instanceof Y.ContentFormat) return `format ${content.key} ${JSON.stringify(content.value)}`
  return `embed ${JSON.stringify(content.getContent())}`
}
