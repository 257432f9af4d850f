import { $getSelection, $isRangeSelection } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { EditBuilder } from '../flat/edit-builder.ts'
import { EditReader } from '../flat/edit-reader.ts'
import type { TextEdit } from '../model.ts'
import type { Mirror } from './mirror.ts'
import { $blockOf } from './points.ts'

/** The block under composition, in offsets of what the editor holds. */
export interface ComposedRange {
  start: number
  end: number
  /** It has no line end: what comes after its last character is part of it. */
  isOpen: boolean
}

/** The block under composition; null when none is. */
export function $composedRange(editor: LexicalEditor, mirror: Mirror): ComposedRange | null {
  if (!editor.isComposing()) return null
  const selection = $getSelection()
  const block = $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) : null
  const entry = block && mirror.entry(block.getKey())
  if (!entry) return null
  const start = mirror.offsetOf(entry)
  return { start, end: start + entry.length, isOpen: !entry.value.block.ended }
}

/**
 * Splits a delta into what may be done now and what waits until the composition ends: whatever changes the composed block,
 * and the deletion of the line end before it, which would join the block to another. `later` is a delta on the result of `now`.
 */
export function holdRange(edit: TextEdit, { start, end, isOpen }: ComposedRange): { now: TextEdit; later: TextEdit } {
  const reader = new EditReader(edit)
  const now = new EditBuilder()
  const later = new EditBuilder()
  let position = 0
  while (reader.more) {
    if (reader.kind === 'insert') {
      const length = reader.left
      const isHeld = position >= start && (position < end || (isOpen && position === end))
      const op = reader.take()
      if (isHeld) later.push(op)
      else {
        now.push(op)
        later.retain(length)
      }
      continue
    }
    const op = reader.take(Math.min(reader.left, distanceToEdge(position, [start - 1, start, end])))
    const length = 'retain' in op ? op.retain : 'delete' in op ? op.delete : 0
    const isInside = position >= start && position < end
    const isHeld = isInside || ('delete' in op && position === start - 1)
    if (isHeld) {
      now.retain(length)
      later.push(op)
    } else {
      now.push(op)
      if ('retain' in op) later.retain(length)
    }
    position += length
  }
  return { now: now.finish(), later: later.finish() }
}

function distanceToEdge(position: number, edges: readonly number[]): number {
  return Math.min(...edges.filter((edge) => edge > position).map((edge) => edge - position))
}
