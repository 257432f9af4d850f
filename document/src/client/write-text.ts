import type * as Y from 'yjs'
import type { TextEdit } from '../model.ts'

/**
 * Each call to insert, delete or format walks the text's items once, and so does applyDelta for any number of changes:
 * from a few changes on it is the cheaper.
 */
const MAX_SINGLE_CHANGES = 3

/**
 * Writes a delta to a `Y.Text`; every insertion says all its attributes, so that it takes none from its neighbours.
 * Attributes are copied: Yjs adds to the objects that it is given.
 */
export function writeText(text: Y.Text, edit: TextEdit): void {
  const changes = edit.filter((op) => !('retain' in op) || op.attributes).length
  if (changes > MAX_SINGLE_CHANGES) {
    text.applyDelta(edit.map((op) => ('attributes' in op ? { ...op, attributes: { ...op.attributes } } : op)))
    return
  }
  let position = 0
  for (const op of edit) {
    if ('retain' in op) {
      if (op.attributes) text.format(position, op.retain, op.attributes)
      position += op.retain
    } else if ('delete' in op) text.delete(position, op.delete)
    else if (typeof op.insert === 'string') {
      text.insert(position, op.insert, { ...op.attributes })
      position += op.insert.length
    } else {
      text.insertEmbed(position, op.insert, { ...op.attributes })
      position += 1
    }
  }
}
