import type { TextDelta } from '@pupitre/document'
import * as Y from 'yjs'

/**
 * A text that the server reads and never tidies. A plain `Y.Text` deletes redundant format markers by itself after each
 * remote change: in a room these deletions would be in no log, so nobody could tell the server's copy from a corrupt one.
 */
class QuietText extends Y.Text {
  override _callObserver(): void {
    if (this._searchMarker) this._searchMarker.length = 0
  }
}

/** The content of one field. Unknown attributes and embeds are in it: reading them is the model's matter. */
export function readField(doc: Y.Doc, field: string): TextDelta {
  const delta: TextDelta = doc.get(field, QuietText).toDelta()
  return delta
}

/** A field as anchors are looked for in it. */
export function fieldText(doc: Y.Doc, field: string): Y.Text {
  return doc.get(field, QuietText)
}

/** Names of the roots that this document has, whatever reads them. */
export function fieldsOf(doc: Y.Doc): string[] {
  return [...doc.share.keys()]
}

/** A run of characters of one Yjs client which a field shows, in order. Markers of formats are not shown. */
export interface ShownRun {
  client: number
  clock: number
  length: number
}

/** The first of a field's items, deleted ones included. */
export function firstItem(doc: Y.Doc, field: string): Y.Item | null {
  return doc.get(field, QuietText)._start
}

/** What a field shows, and which client wrote it. */
export function* shownRuns(doc: Y.Doc, field: string): Generator<ShownRun> {
  for (let item = firstItem(doc, field); item; item = item.right) {
    if (!item.deleted && item.countable) yield { ...item.id, length: item.length }
  }
}
