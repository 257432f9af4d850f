import { $getSelection, $isRangeSelection, $isTextNode } from 'lexical'
import type { NodeKey } from 'lexical'

/** Brings back to the end of a text the ends of the selection that are behind it, as they are after it was shortened. */
export function $keepPointsInside(key: NodeKey): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key !== key || point.type !== 'text') continue
    const node = point.getNode()
    const size = $isTextNode(node) ? node.getTextContentSize() : 0
    if (point.offset > size) point.set(key, size, 'text')
  }
}
