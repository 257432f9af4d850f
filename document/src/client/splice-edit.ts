import { $getNodeByKey, $getRoot, $getSelection, $isRangeSelection, $setSelection } from 'lexical'
import type { NodeKey } from 'lexical'
import { applyEdit } from '../flat/apply-edit.ts'
import type { BuiltBlock, FieldShape } from '../flat/block-builder.ts'
import { EMPTY_BLOCK } from '../flat/block.ts'
import type { TextEdit } from '../model.ts'
import { $isBlockNode } from './block-node.ts'
import { editRegions } from './edit-regions.ts'
import type { EditRegion } from './edit-regions.ts'
import type { Mirror, MirrorBlock } from './mirror.ts'
import { $offsetOfPoint, $pointAt, $selectionBetween } from './points.ts'
import { mapSelection } from './relative-selection.ts'
import { $createBlock, $writeBlock } from './write-block.ts'

interface Splice {
  mirror: Mirror
  /** A delta on what the mirror holds. */
  edit: TextEdit
  shape: FieldShape
}

/**
 * Puts a delta into the blocks that it touches; the others keep their nodes and are not visited. A block keeps the node of its
 * first surviving token, and the selection stays on the characters that it was on. Says how many blocks were visited.
 */
export function $spliceEdit({ mirror, edit, shape }: Splice): number {
  // In the middle of an update that took every block away.
  if (!mirror.first) mirror.insertAfter(null, $emptyText())
  const regions = editRegions(mirror, edit, shape)
  if (regions.length === 0) return 0
  const restoreSelection = $holdSelection({ mirror, edit, regions })
  let visited = 0
  for (const region of regions.toReversed()) {
    const old = region.entries.map(({ value }) => value)
    const built = applyEdit(
      old.map(({ block }) => block),
      region.edit,
      shape,
    )
    const after = region.entries[0] ? mirror.previous(region.entries[0]) : null
    mirror.replace(after, region.entries, $writeRegion({ old, built, after: after?.value.key ?? null }))
    visited += old.length + built.length
  }
  if (!mirror.first) mirror.insertAfter(null, $emptyText())
  restoreSelection()
  return visited
}

interface WriteRegion {
  old: readonly MirrorBlock[]
  built: readonly BuiltBlock[]
  after: NodeKey | null
}

function $writeRegion({ old, built, after }: WriteRegion): MirrorBlock[] {
  const left = new Map(old.map(({ key }, i) => [i, key]))
  let previous = after
  const now = built.map(({ block, source }): MirrorBlock => {
    const kept = source === null ? undefined : left.get(source)
    const node = kept === undefined ? null : $getNodeByKey(kept)
    if (source !== null && $isBlockNode(node)) {
      left.delete(source)
      $writeBlock(node, block)
      previous = node.getKey()
      return { key: previous, block }
    }
    const created = $createBlock(block)
    const sibling = previous === null ? null : $getNodeByKey(previous)
    const first = $getRoot().getFirstChild()
    if (sibling) sibling.insertAfter(created, false)
    else if (first) first.insertBefore(created, false)
    else $getRoot().append(created)
    previous = created.getKey()
    return { key: previous, block }
  })
  // The nodes of the blocks that are gone are removed last, so that the root is never empty on the way.
  for (const key of left.values()) $getNodeByKey(key)?.remove(true)
  return now
}

function $emptyText(): MirrorBlock {
  const [first, ...rest] = $getRoot().getChildren()
  for (const node of rest) node.remove(true)
  if ($isBlockNode(first)) {
    $writeBlock(first, EMPTY_BLOCK)
    return { key: first.getKey(), block: EMPTY_BLOCK }
  }
  const created = $createBlock(EMPTY_BLOCK)
  $getRoot().append(created)
  return { key: created.getKey(), block: EMPTY_BLOCK }
}

/** Takes the selection away if it is where the delta works, so that no stale point is looked at; gives what puts it back. */
function $holdSelection({
  mirror,
  edit,
  regions,
}: {
  mirror: Mirror
  edit: TextEdit
  regions: readonly EditRegion[]
}): () => void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return () => {}
  const anchor = $offsetOfPoint(selection.anchor, mirror)
  const focus = $offsetOfPoint(selection.focus, mirror)
  const isTouched = (offset: number | null) =>
    offset === null || regions.some(({ start, end }) => offset >= start && offset <= end)
  if (!isTouched(anchor) && !isTouched(focus)) return () => {}
  const { format, style } = selection
  $setSelection(null)
  return () => {
    if (anchor === null || focus === null) return
    const mapped = mapSelection(edit, { anchor, focus })
    const newAnchor = $pointAt(mapped.anchor, mirror)
    const newFocus = $pointAt(mapped.focus, mirror)
    if (!newAnchor || !newFocus) return
    const restored = $selectionBetween(newAnchor, newFocus)
    restored.format = format
    restored.style = style
    $setSelection(restored)
  }
}
