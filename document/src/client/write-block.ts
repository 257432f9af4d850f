import { $createLineBreakNode, $getState, $isLineBreakNode, $isTextNode, $setState } from 'lexical'
import type { LexicalNode, TextNode } from 'lexical'
import type { FlatBlock, Run } from '../flat/block.ts'
import { ALL_MARKS, blockAttributesOf, linkOf, marksOf } from '../flat/format.ts'
import { BREAK, embedJson, isEmbedToken, tokenOfJson } from '../flat/token.ts'
import { $createBlockNode } from './block-node.ts'
import type { BlockNode } from './block-node.ts'
import { $createEmbedNode, $isEmbedNode } from './embed-node.ts'
import { $createFlatTextNode } from './flat-text-node.ts'
import { linkState } from './node-states.ts'
import { $readInlineFormat } from './read-block.ts'

export function $createBlock(block: FlatBlock): BlockNode {
  const node = $createBlockNode()
  $writeBlockFormat(node, block.format)
  if (block.runs.length > 0) node.append(...block.runs.map($createInline))
  return node
}

/** Makes a block of the editor show what a flat block holds, keeping every node that already does. */
export function $writeBlock(node: BlockNode, block: FlatBlock): void {
  $writeBlockFormat(node, block.format)
  const children = node.getChildren()
  const { runs } = block
  const shorter = Math.min(children.length, runs.length)
  let prefix = 0
  while (prefix < shorter && $shows(children[prefix], runs[prefix])) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && $shows(children[children.length - 1 - suffix], runs[runs.length - 1 - suffix]))
    suffix++

  const reusable = children.slice(prefix, children.length - suffix)
  let previous = children[prefix - 1] ?? null
  for (const run of runs.slice(prefix, runs.length - suffix)) {
    const candidate = reusable[0]
    if ($isTextNode(candidate) && candidate.isSimpleText() && !isEmbedToken(run.text)) {
      reusable.shift()
      $writeText(candidate, run)
      previous = candidate
    } else previous = $insertAfter(node, previous, $createInline(run))
  }
  for (const left of reusable) left.remove(true)
}

function $writeBlockFormat(node: BlockNode, format: string): void {
  const { kind, indent, checked } = blockAttributesOf(format)
  node.setKind(kind)
  node.setChecked(checked)
  if (node.getIndent() !== indent) node.setIndent(indent)
}

function $writeText(node: TextNode, { text, format }: Run): void {
  if (node.getTextContent() !== text) node.setTextContent(text)
  if ((node.getFormat() & ALL_MARKS) !== marksOf(format)) node.setFormat(marksOf(format))
  if ($getState(node, linkState) !== linkOf(format)) $setState(node, linkState, linkOf(format))
}

function $shows(node: LexicalNode | undefined, run: Run | undefined): boolean {
  if (!node || !run) return false
  if ($isTextNode(node)) return node.getTextContent() === run.text && $readInlineFormat(node) === run.format
  if ($isLineBreakNode(node)) return run.text === BREAK
  return $isEmbedNode(node) && tokenOfJson(node.getJson()) === run.text
}

function $createInline({ text, format }: Run): LexicalNode {
  if (text === BREAK) return $createLineBreakNode()
  if (isEmbedToken(text)) return $createEmbedNode(embedJson(text))
  return $createFlatTextNode(text, { marks: marksOf(format), link: linkOf(format) })
}

function $insertAfter(parent: BlockNode, previous: LexicalNode | null, node: LexicalNode): LexicalNode {
  if (previous) previous.insertAfter(node, false)
  else {
    const first = parent.getFirstChild()
    if (first) first.insertBefore(node, false)
    else parent.append(node)
  }
  return node
}
