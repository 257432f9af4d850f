import type { DeltaAttributes, TextEdit } from '../model.ts'
import { EditBuilder } from './edit-builder.ts'
import { EditReader } from './edit-reader.ts'

/** One delta that does what `first` then `second` do. */
export function compose(first: TextEdit, second: TextEdit): TextEdit {
  const a = new EditReader(first)
  const b = new EditReader(second)
  const out = new EditBuilder()
  while (a.more || b.more) {
    if (b.kind === 'insert') {
      out.push(b.take())
      continue
    }
    if (a.kind === 'delete') {
      out.push(a.take())
      continue
    }
    const length = Math.min(a.left, b.left)
    const below = a.take(length)
    const above = b.take(length)
    if ('delete' in above) {
      if ('retain' in below) out.delete(length)
    } else if ('retain' in above) {
      if ('insert' in below) out.insert(below.insert, withoutNulls({ ...below.attributes, ...above.attributes }))
      else if ('retain' in below) out.retain(length, { ...below.attributes, ...above.attributes })
    }
  }
  return out.finish()
}

function withoutNulls(attributes: DeltaAttributes): DeltaAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
}
