import { $getSelection, $isRangeSelection } from 'lexical'
import type { NodeKey } from 'lexical'
import type { FieldShape } from '../flat/block-builder.ts'
import { sameBlock, sameContent } from '../flat/block.ts'
import type { FlatBlock } from '../flat/block.ts'
import { EditBuilder, oldLength } from '../flat/edit-builder.ts'
import { PLAIN_BLOCK } from '../flat/format.ts'
import { longestRising } from '../flat/longest-rising.ts'
import type { TextEdit } from '../model.ts'
import type { BlockNode } from './block-node.ts'
import { $attachedBlock, $changedRegions } from './changed-regions.ts'
import type { Mirror, MirrorBlock } from './mirror.ts'
import { $blockPoint } from './points.ts'
import type { BlockPoint } from './points.ts'
import { $readBlock, $readBlockFormat } from './read-block.ts'

export type DiffBlocks = (old: readonly FlatBlock[], now: readonly FlatBlock[], caret: number | null) => TextEdit

interface Collect {
  mirror: Mirror
  /** Keys of the elements that Lexical touched. */
  dirty: Iterable<NodeKey>
  shape: FieldShape
  diff: DiffBlocks
}

/**
 * What changed in the editor since the mirror, as the smallest delta; the mirror is then up to date.
 * Visits the dirty blocks and their direct neighbours only, and says how many.
 */
export function $collectEdit({ mirror, dirty, shape, diff }: Collect): { edit: TextEdit; visited: number } {
  const reading = new Reading(mirror, shape)
  const keys = new Set<NodeKey>()
  const unchanged = new Set<NodeKey>()
  for (const key of dirty) {
    const node = $attachedBlock(key)
    const entry = mirror.entry(key)
    if (node) {
      keys.add(key)
      if (entry && sameBlock(entry.value.block, reading.$read(node))) unchanged.add(key)
    } else if (entry) keys.add(key)
  }
  const edit = new EditBuilder()
  const caret = $caret()
  let position = 0
  const done: (() => void)[] = []
  for (const region of $changedRegions({ mirror, dirty: keys, unchanged })) {
    const start = region.after ? mirror.offsetOf(region.after) + region.after.length : 0
    const now = region.now.map((node): MirrorBlock => ({ key: node.getKey(), block: reading.$read(node) }))
    edit.retain(start - position)
    const old = region.old.map(({ value }) => value)
    edit.pushAll(padded(old, diffRegion({ old, now, caret, diff })))
    position = start + lengthOf(old)
    done.push(() => mirror.replace(region.after, region.old, now))
  }
  for (const replace of done.toReversed()) replace()
  return { edit: edit.finish(), visited: reading.visited }
}

/** Reads each block once. */
class Reading {
  readonly #shape: FieldShape
  readonly #read = new Map<NodeKey, FlatBlock>()
  readonly #lastEntry: MirrorBlock | null

  constructor(mirror: Mirror, shape: FieldShape) {
    this.#shape = shape
    this.#lastEntry = mirror.last?.value ?? null
  }

  get visited(): number {
    return this.#read.size
  }

  $read(node: BlockNode): FlatBlock {
    const key = node.getKey()
    const block = this.#read.get(key) ?? $readBlock(node, { shape: this.#shape, ended: !this.#$isOpen(node) })
    this.#read.set(key, block)
    return block
  }

  /** Whether the block has no `\n`: the last one of a text which had none at its end, and which reads the same without. */
  #$isOpen(node: BlockNode): boolean {
    if (node.getNextSibling() !== null || this.#lastEntry?.block.ended) return false
    if (this.#shape === 'line') return true
    return $readBlockFormat(node) === PLAIN_BLOCK && (!node.isEmpty() || node.getPreviousSibling() === null)
  }
}

interface DiffRegion {
  old: readonly MirrorBlock[]
  now: readonly MirrorBlock[]
  caret: BlockPoint | null
  diff: DiffBlocks
}

/** The delta of one region. Blocks that kept their node and their characters bound what is compared. */
function diffRegion({ old, now, caret, diff }: DiffRegion): TextEdit {
  const edit = new EditBuilder()
  let i = 0
  let j = 0
  for (const [nextOld, nextNow] of [...keptBlocks(old, now), [old.length, now.length] as const]) {
    for (const [oldPart, nowPart] of [
      [old.slice(i, nextOld), now.slice(j, nextNow)],
      [old.slice(nextOld, nextOld + 1), now.slice(nextNow, nextNow + 1)],
    ] as const) {
      const part = diff(
        oldPart.map(({ block }) => block),
        nowPart.map(({ block }) => block),
        caretIn(nowPart, caret),
      )
      edit.pushAll(padded(oldPart, part))
    }
    i = nextOld + 1
    j = nextNow + 1
  }
  return edit.finish()
}

/** The delta with a retain up to the end of what it was made on, so that another can follow it. */
function padded(old: readonly MirrorBlock[], edit: TextEdit): TextEdit {
  return [...edit, { retain: lengthOf(old) - edit.reduce((sum, op) => sum + oldLength(op), 0) }]
}

function lengthOf(blocks: readonly MirrorBlock[]): number {
  return blocks.reduce((length, { block }) => length + block.length, 0)
}

/** Empty blocks are left out: nothing tells them apart, and a text must never move because one of them stayed. */
function keptBlocks(old: readonly MirrorBlock[], now: readonly MirrorBlock[]): [number, number][] {
  const oldIndexes = new Map(old.map(({ key }, i) => [key, i]))
  return longestRising(
    now.flatMap(({ key, block }, j): [number, number][] => {
      const i = oldIndexes.get(key)
      const before = i === undefined ? undefined : old[i]
      return i !== undefined && before && block.runs.length > 0 && sameContent(before.block, block) ? [[i, j]] : []
    }),
  )
}

/** The caret from the start of these blocks; null when it is elsewhere. */
function caretIn(blocks: readonly MirrorBlock[], caret: BlockPoint | null): number | null {
  let offset = 0
  for (const { key, block } of blocks) {
    if (key === caret?.key) return offset + caret.offset
    offset += block.length
  }
  return null
}

function $caret(): BlockPoint | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) && selection.isCollapsed() ? $blockPoint(selection.anchor) : null
}
