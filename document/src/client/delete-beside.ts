import { mergeRegister } from '@lexical/utils'
import {
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
} from 'lexical'
import type { LexicalEditor } from 'lexical'
import { $isBlockNode } from './block-node.ts'
import { $isEmbedNode } from './embed-node.ts'

/**
 * Deletes the soft break or embed right beside a caret that is in no text, when a word or a line is to be deleted there.
 *
 * Lexical 0.52.0 measures such a deletion from the block's own element and its child's index, wherever the children are: in a
 * list item, whose text is in an inner element, it took the whole rest of the item.
 */
export function registerDeleteBeside(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(DELETE_WORD_COMMAND, $deleteBeside, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_LINE_COMMAND, $deleteBeside, COMMAND_PRIORITY_LOW),
  )
}

/** Whether there was one. */
function $deleteBeside(isBackward: boolean): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = selection.anchor.getNode()
  if (!$isBlockNode(block)) return false
  const { offset } = selection.anchor
  const beside = block.getChildAtIndex(isBackward ? offset - 1 : offset)
  if (!$isLineBreakNode(beside) && !$isEmbedNode(beside)) return false
  beside.remove()
  return true
}
