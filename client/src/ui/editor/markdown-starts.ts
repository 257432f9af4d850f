import { $isBlockNode, type BoundText } from '@pupitre/document/client'
import type { BlockKind } from '@pupitre/document'
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  KEY_SPACE_COMMAND,
  type LexicalEditor,
} from 'lexical'

const STARTS: ReadonlyMap<string, { kind: BlockKind; checked?: true }> = new Map([
  ['-', { kind: 'bullet' }],
  ['*', { kind: 'bullet' }],
  ['1.', { kind: 'number' }],
  ['[]', { kind: 'check' }],
  ['[ ]', { kind: 'check' }],
  ['[x]', { kind: 'check', checked: true }],
  ['##', { kind: 'h2' }],
  ['###', { kind: 'h3' }],
  ['>', { kind: 'quote' }],
])

/** Turns a paragraph that begins with a Markdown mark into its kind, at the space typed after it. Whether it did. */
function $applyStart(bound: BoundText): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const { anchor } = selection
  const text = anchor.getNode()
  const block = text.getParent()
  if (anchor.type !== 'text' || !$isTextNode(text) || !$isBlockNode(block)) return false
  if (text.getPreviousSibling() || block.getKind() !== 'paragraph') return false
  const start = STARTS.get(text.getTextContent().slice(0, anchor.offset))
  if (!start) return false
  // Undoing once gives back the characters as they were typed.
  bound.undoManager.stopCapturing()
  text.select(0, anchor.offset).removeText()
  block.setKind(start.kind)
  if (start.checked) block.setChecked(true)
  return true
}

/** `- `, `1. `, `[] `, `## `, `### ` and `> ` at the start of a paragraph. */
export function registerMarkdownStarts(editor: LexicalEditor, bound: BoundText): () => void {
  return editor.registerCommand(
    KEY_SPACE_COMMAND,
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || editor.isComposing() || !$applyStart(bound)) return false
      event.preventDefault()
      return true
    },
    COMMAND_PRIORITY_NORMAL,
  )
}
