import type { DeltaAttributes, TextEdit } from '../model.ts'
import { EditBuilder } from './edit-builder.ts'
import type { EditOp } from './edit-builder.ts'
import { EditReader } from './edit-reader.ts'

export type TransformPair = (own: TextEdit, theirs: TextEdit) => { own: TextEdit; theirs: TextEdit }

/**
 * Two deltas made on the same text, each rewritten to be applied after the other:
 * `own` then `theirs` afterwards, and `theirs` then `own` afterwards, give the same text.
 *
 * At one position `own` text comes first, unless it begins a new line and theirs does not: what is typed at the end of a line
 * stays in it. Of two values given to one attribute, `own` stays.
 */
export function transformPair(own: TextEdit, theirs: TextEdit): { own: TextEdit; theirs: TextEdit } {
  const a = new EditReader(own)
  const b = new EditReader(theirs)
  const ownAfter = new EditBuilder()
  const theirsAfter = new EditBuilder()
  while (a.more || b.more) {
    if (a.kind === 'insert' || b.kind === 'insert') {
      const ownFirst = a.kind === 'insert' && (b.kind !== 'insert' || !yields(a.peek(), b.peek()))
      takeInsert(ownFirst ? a : b, ownFirst ? ownAfter : theirsAfter, ownFirst ? theirsAfter : ownAfter)
      continue
    }
    const length = Math.min(a.left, b.left)
    const mine = a.take(length)
    const other = b.take(length)
    if ('delete' in mine) {
      if ('retain' in other) ownAfter.delete(length)
    } else if ('delete' in other) theirsAfter.delete(length)
    else if ('retain' in mine && 'retain' in other) {
      ownAfter.retain(length, mine.attributes)
      theirsAfter.retain(length, without(other.attributes, mine.attributes))
    }
  }
  return { own: ownAfter.finish(), theirs: theirsAfter.finish() }
}

function takeInsert(from: EditReader, inserting: EditBuilder, retaining: EditBuilder): void {
  const length = from.left
  inserting.push(from.take())
  retaining.retain(length)
}

function yields(own: EditOp | undefined, theirs: EditOp | undefined): boolean {
  return beginsLine(own) && !beginsLine(theirs)
}

function beginsLine(op: EditOp | undefined): boolean {
  return op !== undefined && 'insert' in op && typeof op.insert === 'string' && op.insert.startsWith('\n')
}

function without(
  attributes: DeltaAttributes | undefined,
  taken: DeltaAttributes | undefined,
): DeltaAttributes | undefined {
  if (!attributes || !taken) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !(key in taken)))
}
