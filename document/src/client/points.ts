import { $createRangeSelection, $getNodeByKey, $getRoot, $isTextNode } from 'lexical'
import type { LexicalNode, NodeKey, PointType, RangeSelection } from 'lexical'
import { contentLength } from '../flat/block.ts'
import { $isBlockNode } from './block-node.ts'
import type { BlockNode } from './block-node.ts'
import type { Mirror } from './mirror.ts'

/** A place in a block, in UTF-16 units from its start. */
export interface BlockPoint {
  key: NodeKey
  offset: number
}

/** A place as Lexical's points are set. */
export interface LexicalPoint {
  key: NodeKey
  offset: number
  type: 'text' | 'element'
}

/** Where a point of the editor is; null when its node is gone or in no block. */
export function $blockPoint(point: PointType): BlockPoint | null {
  const node = $getNodeByKey(point.key)
  if (!node) return null
  if (node.is($getRoot())) return $rootPoint(point.offset)
  if ($isBlockNode(node)) return { key: node.getKey(), offset: $lengthBefore(node, point.offset) }
  const parent = node.getParent()
  if (!$isBlockNode(parent)) return null
  return { key: parent.getKey(), offset: $lengthOfPreceding(node) + (point.type === 'text' ? point.offset : 0) }
}

function $rootPoint(offset: number): BlockPoint | null {
  const root = $getRoot()
  const block = root.getChildAtIndex(offset)
  if ($isBlockNode(block)) return { key: block.getKey(), offset: 0 }
  const last = root.getLastChild()
  return $isBlockNode(last) ? { key: last.getKey(), offset: $lengthBefore(last, last.getChildrenSize()) } : null
}

function $lengthBefore(block: BlockNode, index: number): number {
  const child = block.getChildAtIndex(index)
  if (child) return $lengthOfPreceding(child)
  const last = block.getLastChild()
  return last ? $lengthOfPreceding(last) + lengthOf(last) : 0
}

function $lengthOfPreceding(node: LexicalNode): number {
  let length = 0
  for (let each = node.getPreviousSibling(); each; each = each.getPreviousSibling()) length += lengthOf(each)
  return length
}

function lengthOf(node: LexicalNode): number {
  return $isTextNode(node) ? node.getTextContentSize() : 1
}

/** Where a point is in the whole text, in UTF-16 units; null when it is nowhere. */
export function $offsetOfPoint(point: PointType, mirror: Mirror): number | null {
  const place = $blockPoint(point)
  const entry = place && mirror.entry(place.key)
  if (!place || !entry) return null
  return mirror.offsetOf(entry) + Math.min(place.offset, contentLength(entry.value.block))
}

/** The point of the editor for an offset of the whole text; null while the editor holds no block. */
export function $pointAt(offset: number, mirror: Mirror): LexicalPoint | null {
  const entry = mirror.at(offset)
  if (!entry) return null
  const within = Math.min(offset - mirror.offsetOf(entry), contentLength(entry.value.block))
  const block = $getNodeByKey(entry.value.key)
  return $isBlockNode(block) ? $pointIn(block, within) : null
}

function $pointIn(block: BlockNode, offset: number): LexicalPoint {
  let left = offset
  let index = 0
  for (let child = block.getFirstChild(); child; child = child.getNextSibling(), index++) {
    const length = lengthOf(child)
    if ($isTextNode(child) && left <= length) return { key: child.getKey(), offset: left, type: 'text' }
    if (left === 0) break
    left -= length
  }
  return { key: block.getKey(), offset: index, type: 'element' }
}

/** A selection between two points. */
export function $selectionBetween(anchor: LexicalPoint, focus: LexicalPoint): RangeSelection {
  const selection = $createRangeSelection()
  selection.anchor.set(anchor.key, anchor.offset, anchor.type)
  selection.focus.set(focus.key, focus.offset, focus.type)
  return selection
}

/** The block that a node is in, itself included. */
export function $blockOf(node: LexicalNode | null): BlockNode | null {
  for (let each = node; each; each = each.getParent()) if ($isBlockNode(each)) return each
  return null
}
