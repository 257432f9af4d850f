import { $createLineBreakNode, $getSelection, $isRangeSelection } from 'lexical'
import type { LexicalNode } from 'lexical'
import type { Block, Inline } from '../convert/block.ts'
import { blockFormat, linkOf, marksOf, readInlineFormat } from '../flat/format.ts'
import { embedJson, embedToken } from '../flat/token.ts'
import { $createBlockNode, $isBlockNode } from './block-node.ts'
import type { BlockNode } from './block-node.ts'
import { $createEmbedNode } from './embed-node.ts'
import { $createFlatTextNode } from './flat-text-node.ts'
import { $blockOf } from './points.ts'
import { $readBlockFormat } from './read-block.ts'

function $createInline(inline: Inline): LexicalNode {
  if ('embed' in inline) {
    return 'break' in inline.embed ? $createLineBreakNode() : $createEmbedNode(embedJson(embedToken(inline.embed)))
  }
  const format = readInlineFormat({ ...inline.attributes })
  return $createFlatTextNode(inline.text, { marks: marksOf(format), link: linkOf(format) })
}

function $createBlock(block: Block): BlockNode {
  const node = $createBlockNode(block.kind).setChecked(block.checked)
  node.setIndent(block.indent)
  return node.append(...block.inlines.map($createInline))
}

/**
 * Puts blocks in place of the selection, as a paste does. One paragraph joins the line of the caret; other blocks keep their kind,
 * the first one when the line of the caret is empty. Whether there was a selection to replace.
 */
export function $insertBlocks(blocks: Block[]): boolean {
  const selection = $getSelection()
  const [first] = blocks
  if (!$isRangeSelection(selection) || !first) return false
  if (!selection.isCollapsed()) selection.removeText()
  if (blocks.length === 1 && first.kind === 'paragraph') {
    selection.insertNodes(first.inlines.map($createInline))
    return true
  }
  const current = $blockOf(selection.anchor.getNode())
  const startsOnEmpty =
    $isBlockNode(current) &&
    current.isEmpty() &&
    $readBlockFormat(current) === blockFormat({ kind: 'paragraph', indent: 0, checked: false })
  if (startsOnEmpty) current.setKind(first.kind).setChecked(first.checked).setIndent(first.indent)
  selection.insertNodes(blocks.map($createBlock))
  return true
}
