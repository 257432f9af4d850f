import {
  $createLineBreakNode,
  $flushSyncAfterUpdate,
  $getNodeByKey,
  $getRoot,
  $createTextNode,
  $getState,
  $setState,
  LineBreakNode,
  RootNode,
  TabNode,
} from 'lexical'
import type { LexicalEditor, NodeKey } from 'lexical'
import { mergeRegister } from '@lexical/utils'
import type { FieldShape } from '../flat/block-builder.ts'
import { ALL_MARKS } from '../flat/format.ts'
import { INNER_LINE_END, tokenOfJson } from '../flat/token.ts'
import { MAX_INDENT } from '../model.ts'
import { $createBlockNode, $isBlockNode, BlockNode } from './block-node.ts'
import { $isEmbedNode, EmbedNode } from './embed-node.ts'
import { FlatTextNode } from './flat-text-node.ts'
import { linkState } from './node-states.ts'

/**
 * Keeps the editor to what flat rich text can hold, whatever a command or a paste makes. Each rule looks at one dirty node; the
 * root's own runs at every update, so it never walks its children.
 */
export function registerTransforms(editor: LexicalEditor, shape: FieldShape): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, (root) => {
      if (root.isEmpty()) root.append($createBlockNode())
      // When an update throws, Lexical drops with it every update that waits to be committed: so none ever waits.
      $flushSyncAfterUpdate()
    }),
    editor.registerNodeTransform(BlockNode, $keepBlock),
    editor.registerNodeTransform(EmbedNode, $keepInBlock),
    editor.registerNodeTransform(FlatTextNode, $keepText),
    editor.registerNodeTransform(TabNode, (tab) => {
      tab.replace($createTextNode('\t').setFormat(tab.getFormat()))
    }),
    shape === 'line' ? registerLineTransforms(editor) : () => {},
  )
}

/** A one-line field is one paragraph of bare text. */
function registerLineTransforms(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(BlockNode, $keepLine),
    editor.registerNodeTransform(FlatTextNode, (text) => {
      if (text.getFormat() !== 0) text.setFormat(0)
      if ($getState(text, linkState)) $setState(text, linkState, '')
    }),
    editor.registerNodeTransform(LineBreakNode, (lineBreak) => {
      lineBreak.replace($createTextNode(' '))
    }),
  )
}

function $keepBlock(block: BlockNode): void {
  if (block.getFormatType() !== '') block.setFormat('')
  if (block.getDirection() !== null) block.setDirection(null)
  if (block.getStyle() !== '') block.setStyle('')
  if (block.getIndent() > MAX_INDENT) block.setIndent(MAX_INDENT)
  $liftBlock(block)
}

/** No block is in another: it comes after the one that it was put in. */
function $liftBlock(block: BlockNode): void {
  for (let parent = block.getParent(); $isBlockNode(parent); parent = block.getParent()) parent.insertAfter(block)
}

function $keepInBlock(embed: EmbedNode): void {
  if ($isBlockNode(embed.getParent())) return
  const block = $createBlockNode()
  embed.insertBefore(block)
  block.append(embed)
}

function $keepText(text: FlatTextNode): void {
  if (text.getStyle() !== '') text.setStyle('')
  // Text that deletes as one piece, or never joins its neighbours: a reader would see other nodes.
  if (text.getMode() !== 'normal') text.setMode('normal')
  if (text.isUnmergeable()) text.toggleUnmergeable()
  if (text.isDirectionless()) text.toggleDirectionless()
  if ((text.getFormat() & ~ALL_MARKS) !== 0) text.setFormat(text.getFormat() & ALL_MARKS)
  const content = text.getTextContent()
  if (!content.includes('\n')) return
  const [first = '', ...lines] = content.split('\n')
  let last: FlatTextNode = text.setTextContent(first)
  for (const line of lines) {
    const lineBreak = $createLineBreakNode()
    const next = $createTextNode(line).setFormat(text.getFormat())
    last.insertAfter(lineBreak)
    lineBreak.insertAfter(next)
    if (next instanceof FlatTextNode) last = next
  }
}

/** What a paste puts in other blocks joins the line, behind a space. A line end that nothing follows any more is dropped. */
function $keepLine(block: BlockNode): void {
  block.setKind('paragraph').setChecked(false)
  if (block.getIndent() !== 0) block.setIndent(0)
  const last = block.getLastChild()
  if ($isEmbedNode(last) && tokenOfJson(last.getJson()) === INNER_LINE_END) last.remove()
  const previous = block.getPreviousSibling()
  if (!$isBlockNode(previous)) return
  const children = block.getChildren()
  if (!previous.isEmpty() && children.length > 0) previous.append($createTextNode(' '))
  previous.append(...children)
  block.remove()
}

/** What the transforms do at the end of an update with the blocks that it touched, for those who look in the middle of it. */
export function $keepTouchedBlocks(dirty: Iterable<NodeKey>, shape: FieldShape): void {
  for (const key of dirty) {
    const block = $getNodeByKey(key)
    if ($isBlockNode(block) && block.isAttached()) $liftBlock(block)
  }
  if (shape === 'line') for (const block of $getRoot().getChildren().filter($isBlockNode)) $keepLine(block)
}
