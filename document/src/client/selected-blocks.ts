import { $getSelection, $isRangeSelection } from 'lexical'
import type { BlockNode } from './block-node.ts'
import { $isBlockNode } from './block-node.ts'
import { $blockOf } from './points.ts'

/** The blocks that the selection touches, in order; none when nothing is selected. */
export function $selectedBlocks(): BlockNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const first = $blockOf(start.getNode())
  const last = $blockOf(end.getNode())
  if (!first || !last) return selection.getNodes().filter($isBlockNode)
  const blocks = [first]
  for (let each = first; !each.is(last);) {
    const next = each.getNextSibling()
    if (!$isBlockNode(next)) break
    blocks.push(next)
    each = next
  }
  return blocks
}
