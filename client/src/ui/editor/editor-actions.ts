import { $indentBlocks, $toggleKind } from '@pupitre/document/client'
import type { BlockKind, InlineMark } from '@pupitre/document'
import { $getRoot, $getSelection, FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { MARK_FORMATS } from './editor-state.ts'

export type EditorAction =
  | { type: 'mark'; mark: InlineMark }
  | { type: 'kind'; kind: Exclude<BlockKind, 'paragraph'> }
  | { type: 'indent'; by: 1 | -1 }
  | { type: 'undo' }
  | { type: 'redo' }

/** Does what a button or a shortcut says, at the end of the text when nothing is selected, and gives the focus back to the text. */
export function runAction(editor: LexicalEditor, action: EditorAction): void {
  if (!editor.isEditable()) return
  if (action.type === 'undo' || action.type === 'redo') {
    editor.dispatchCommand(action.type === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
  } else editor.update(() => $run(editor, action))
  editor.focus()
}

function $run(editor: LexicalEditor, action: Exclude<EditorAction, { type: 'undo' | 'redo' }>): void {
  if (!$getSelection()) $getRoot().selectEnd()
  if (action.type === 'mark') editor.dispatchCommand(FORMAT_TEXT_COMMAND, MARK_FORMATS[action.mark])
  else if (action.type === 'kind') $toggleKind(action.kind)
  else $indentBlocks(action.by)
}
