import { $selectedBlocks, isListKind } from '@pupitre/document/client'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical'

/** Leaves a list or a quotation at an empty line: one level out, then an ordinary paragraph. Whether there was something to leave. */
function $leaveEmptyBlock(): boolean {
  const selection = $getSelection()
  const [block] = $selectedBlocks()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !block?.isEmpty()) return false
  const leaves = isListKind(block.getKind()) || block.getKind() === 'quote'
  if (!leaves) return false
  if (block.getIndent() > 0) block.setIndent(block.getIndent() - 1)
  else block.setKind('paragraph').setChecked(false)
  return true
}

/** Entrée on an empty item of a list ends it. */
export function registerEnter(editor: LexicalEditor): () => void {
  return editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveEmptyBlock, COMMAND_PRIORITY_NORMAL)
}
