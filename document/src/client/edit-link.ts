import { $getSelection, $getState, $isRangeSelection, $isTextNode, $setState } from 'lexical'
import type { LexicalNode, TextNode } from 'lexical'
import { isLink } from '../links.ts'
import { linkState } from './node-states.ts'

/**
 * Makes the selected text lead to an address; null takes the link away. With a caret in a link, the whole link changes.
 * Whether anything could be changed: an address which is not http(s) or mailto is refused.
 */
export function $setLink(address: string | null): boolean {
  if (address !== null && !isLink(address)) return false
  const texts = $linkTargets()
  for (const text of texts) $setState(text, linkState, address ?? '')
  return texts.length > 0
}

/** The address under the caret or at the start of the selection; null when there is none. */
export function $getLink(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const [first] = selection.isCollapsed() ? [selection.anchor.getNode()] : selection.getNodes().filter($isTextNode)
  return first && $isTextNode(first) ? $getState(first, linkState) || null : null
}

function $linkTargets(): TextNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  if (!selection.isCollapsed()) return selection.extract().filter($isTextNode)
  const node = selection.anchor.getNode()
  return $isTextNode(node) && $getState(node, linkState) ? $sameLink(node) : []
}

/** The texts around that lead to the same address. */
function $sameLink(node: TextNode): TextNode[] {
  const address = $getState(node, linkState)
  const isSame = (other: LexicalNode | null): other is TextNode =>
    $isTextNode(other) && $getState(other, linkState) === address
  const texts = [node]
  for (let each = node.getPreviousSibling(); isSame(each); each = each.getPreviousSibling()) texts.unshift(each)
  for (let each = node.getNextSibling(); isSame(each); each = each.getNextSibling()) texts.push(each)
  return texts
}
