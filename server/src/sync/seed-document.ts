import { isFieldOf, seededFields, type DocumentKind, type TextDelta } from '@pupitre/document'
import * as Y from 'yjs'
import { projectField, type FieldText } from './field-text.ts'

/** A document's first update, its only Yjs client, and what is projected of it. */
export interface SeededDocument {
  update: Uint8Array
  clientId: number
  texts: FieldText[]
}

/**
 * Writes a new document's content, once and for all its readers: two people who open an empty fiche must not both create
 * its first line.
 * @throws RangeError on a field that this kind of document does not have
 */
export function seedDocument({
  kind,
  fields,
}: {
  kind: DocumentKind
  fields: Record<string, TextDelta>
}): SeededDocument {
  const doc = new Y.Doc()
  const deltas = Object.entries(seededFields(kind, fields))
  doc.transact(() => {
    for (const [field, delta] of deltas) {
      if (!isFieldOf(kind, field)) throw new RangeError(`a document of kind ${kind} has no field ${field}`)
      doc.getText(field).applyDelta(delta)
    }
  })
  const texts = deltas.map(([field, delta]) => projectField(field, delta))
  const seeded = { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID, texts }
  doc.destroy()
  return seeded
}
