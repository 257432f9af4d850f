import { mergeRegister } from '@lexical/utils'
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_EDITOR, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { LexicalEditor } from 'lexical'
import type { UndoManager } from 'yjs'

interface UndoCommandsOptions {
  editor: LexicalEditor
  manager: UndoManager
  act(what: 'undo' | 'redo'): boolean
}

/** Answers Lexical's undo and redo commands (Ctrl+Z, the browser's menu), and tells the toolbar whether there is anything to undo. */
export function registerUndoCommands({ editor, manager, act }: UndoCommandsOptions): () => void {
  const tell = () => {
    editor.dispatchCommand(CAN_UNDO_COMMAND, manager.canUndo())
    editor.dispatchCommand(CAN_REDO_COMMAND, manager.canRedo())
  }
  const handle = (what: 'undo' | 'redo') => () => {
    act(what)
    return true
  }
  manager.on('stack-item-added', tell)
  manager.on('stack-item-popped', tell)
  manager.on('stack-cleared', tell)
  return mergeRegister(
    editor.registerCommand(UNDO_COMMAND, handle('undo'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, handle('redo'), COMMAND_PRIORITY_EDITOR),
    () => {
      manager.off('stack-item-added', tell)
      manager.off('stack-item-popped', tell)
      manager.off('stack-cleared', tell)
    },
  )
}
