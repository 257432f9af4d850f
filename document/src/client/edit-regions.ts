import type { FieldShape } from '../flat/block-builder.ts'
import { EditBuilder } from '../flat/edit-builder.ts'
import type { EditOp } from '../flat/edit-builder.ts'
import { EditReader } from '../flat/edit-reader.ts'
import { touchesKnownKeys } from '../flat/format.ts'
import type { TextEdit } from '../model.ts'
import type { Mirror, MirrorEntry } from './mirror.ts'

/** A stretch of blocks that a delta touches, and the part of the delta that is theirs. */
export interface EditRegion {
  entries: MirrorEntry[]
  /** In the old text, in UTF-16 units. */
  start: number
  end: number
  edit: TextEdit
}

/** Cuts a delta into the stretches of blocks that it touches, in order; what only changes unknown attributes touches nothing. */
export function editRegions(mirror: Mirror, edit: TextEdit, shape: FieldShape): EditRegion[] {
  const regions: EditRegion[] = []
  for (const { from, to } of touchedRanges(edit, shape)) {
    const last = regions.at(-1)
    const first = mirror.at(from)
    const final = mirror.at(to)
    if (!first || !final) continue
    const start = mirror.offsetOf(first)
    const end = mirror.offsetOf(final) + final.length
    if (last && start <= last.end) {
      if (end > last.end) extend(last, mirror, end)
    } else regions.push({ entries: entriesBetween(mirror, first, end), start, end, edit: [] })
  }
  const reader = new EditReader(edit)
  let position = 0
  for (const [i, region] of regions.entries()) {
    reader.skip(region.start - position)
    region.edit = takeRegion(reader, region.end - region.start, i === regions.length - 1)
    position = region.end
  }
  return regions
}

function extend(region: EditRegion, mirror: Mirror, end: number): void {
  const last = region.entries.at(-1)
  const next = last && mirror.next(last)
  if (next) region.entries.push(...entriesBetween(mirror, next, end))
  region.end = end
}

function entriesBetween(mirror: Mirror, first: MirrorEntry, end: number): MirrorEntry[] {
  const entries: MirrorEntry[] = []
  let offset = mirror.offsetOf(first)
  for (
    let entry: MirrorEntry | null = first;
    entry && (offset < end || entries.length === 0);
    entry = mirror.next(entry)
  ) {
    entries.push(entry)
    offset += entry.length
  }
  return entries
}

/** Where the delta changes what is shown, in offsets of the old text, both ends included. */
function* touchedRanges(edit: TextEdit, shape: FieldShape): Generator<{ from: number; to: number }> {
  let position = 0
  for (const op of edit) {
    if ('insert' in op) yield { from: position, to: position }
    else if ('delete' in op) {
      // What follows a deleted line end joins the block before.
      yield { from: position, to: position + op.delete }
      position += op.delete
    } else {
      if (shape === 'rich' && op.attributes && touchesKnownKeys(op.attributes))
        yield { from: position, to: position + op.retain - 1 }
      position += op.retain
    }
  }
}

/** The part of the delta up to the end of a region: what is inserted exactly there belongs to the next one, unless there is none. */
function takeRegion(reader: EditReader, length: number, isLast: boolean): TextEdit {
  const edit = new EditBuilder()
  let left = length
  while (left > 0) {
    const op: EditOp = reader.kind === 'insert' ? reader.take() : reader.take(Math.min(left, reader.left))
    edit.push(op)
    if (!('insert' in op)) left -= 'retain' in op ? op.retain : op.delete
  }
  if (!isLast) return edit.finish()
  while (reader.more && reader.kind === 'insert') edit.push(reader.take())
  return edit.finish()
}
