import { $getState, $isLineBreakNode, $isTextNode } from 'lexical'
import type { LexicalNode } from 'lexical'
import type { FieldShape } from '../flat/block-builder.ts'
import { flatBlock, pushRun } from '../flat/block.ts'
import type { FlatBlock, Run } from '../flat/block.ts'
import { ALL_MARKS, NO_FORMAT, PLAIN_BLOCK, PLAIN_TEXT, blockFormat, inlineFormat } from '../flat/format.ts'
import { BREAK, tokenOfJson } from '../flat/token.ts'
import type { BlockNode } from './block-node.ts'
import { $isEmbedNode } from './embed-node.ts'
import { linkState } from './node-states.ts'

/** A block of the editor as flat rich text. Each node counts for as many characters as Lexical's points give it. */
export function $readBlock(node: BlockNode, { shape, ended }: { shape: FieldShape; ended: boolean }): FlatBlock {
  const runs: Run[] = []
  for (let child = node.getFirstChild(); child; child = child.getNextSibling()) $readInline(child, runs, shape)
  return flatBlock({ runs, format: shape === 'line' ? PLAIN_BLOCK : $readBlockFormat(node), ended })
}

export function $readBlockFormat(node: BlockNode): string {
  return blockFormat({ kind: node.getKind(), indent: node.getIndent(), checked: node.getChecked() })
}

function $readInline(node: LexicalNode, runs: Run[], shape: FieldShape): void {
  if ($isTextNode(node)) {
    const text = readableText(node.getTextContent())
    if (text) pushRun(runs, text, shape === 'line' ? PLAIN_TEXT : $readInlineFormat(node))
  } else if ($isEmbedNode(node)) pushRun(runs, tokenOfJson(node.getJson()), NO_FORMAT)
  else if ($isLineBreakNode(node)) {
    if (shape === 'line') pushRun(runs, ' ', PLAIN_TEXT)
    else pushRun(runs, BREAK, NO_FORMAT)
  }
}

export function $readInlineFormat(node: LexicalNode): string {
  const marks = $isTextNode(node) ? node.getFormat() & ALL_MARKS : 0
  return inlineFormat(marks, $getState(node, linkState))
}

/** Same length, and fit to be written: a text holds no line end, and Yjs keeps no half of a surrogate pair. */
function readableText(text: string): string {
  return text.replaceAll('\n', ' ').toWellFormed()
}
