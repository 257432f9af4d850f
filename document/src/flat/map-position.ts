import type { TextEdit } from '../model.ts'
import { insertLength } from './edit-builder.ts'

/**
 * Where an offset of the old text is in the new one, in UTF-16 units.
 * What is inserted exactly there goes before it (`stay: 'after'`) or after it (`stay: 'before'`).
 */
export function mapPosition({
  edit,
  offset,
  stay,
}: {
  edit: TextEdit
  offset: number
  stay: 'before' | 'after'
}): number {
  let old = 0
  let now = 0
  for (const op of edit) {
    if ('retain' in op) {
      if (offset < old + op.retain) return now + offset - old
      old += op.retain
      now += op.retain
    } else if ('delete' in op) {
      if (offset < old + op.delete) return now
      old += op.delete
    } else {
      if (offset === old && stay === 'before') return now
      now += insertLength(op.insert)
    }
  }
  return now + offset - old
}

/** Where an offset of the new text was in the old one; what was inserted is where it came in. */
export function mapPositionBack({ edit, offset }: { edit: TextEdit; offset: number }): number {
  let old = 0
  let now = 0
  for (const op of edit) {
    if ('retain' in op) {
      if (offset < now + op.retain) return old + offset - now
      old += op.retain
      now += op.retain
    } else if ('delete' in op) old += op.delete
    else {
      const length = insertLength(op.insert)
      if (offset < now + length) return old
      now += length
    }
  }
  return old + offset - now
}
