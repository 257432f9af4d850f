import { mergeRegister } from '@lexical/utils'
import type { BoundText } from '@pupitre/document/client'
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical'

/** Undo and redo of one's own edits, never of a colleague's. */
export function registerHistory(editor: LexicalEditor, bound: BoundText): () => void {
  const { undoManager } = bound
  const tell = () => {
    editor.dispatchCommand(CAN_UNDO_COMMAND, undoManager.canUndo())
    editor.dispatchCommand(CAN_REDO_COMMAND, undoManager.canRedo())
  }
  undoManager.on('stack-item-added', tell)
  undoManager.on('stack-item-popped', tell)
  undoManager.on('stack-cleared', tell)
  // An undo is a transaction of its own: outside the editor's update which carries the command.
  const later = (act: () => void) => {
    queueMicrotask(act)
    return true
  }
  return mergeRegister(
    editor.registerCommand(UNDO_COMMAND, () => later(() => void bound.undo()), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => later(() => void bound.redo()), COMMAND_PRIORITY_EDITOR),
    () => {
      undoManager.off('stack-item-added', tell)
      undoManager.off('stack-item-popped', tell)
      undoManager.off('stack-cleared', tell)
    },
  )
}
