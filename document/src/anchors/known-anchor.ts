import * as Y from 'yjs'
import type { Anchor } from './anchor.ts'

/** Whether a document has had all of an anchor's characters, deleted since or not (A8). */
export function hasHeardOf(doc: Y.Doc, anchor: Anchor): boolean {
  return anchor.every(({ client, clock, length }) => Y.getState(doc.store, client) >= clock + length)
}
