import { $indentBlocks, $isInList, $toggleChecked } from '@pupitre/document/client'
import { mergeRegister } from '@lexical/utils'
import { COMMAND_PRIORITY_NORMAL, KEY_DOWN_COMMAND, KEY_TAB_COMMAND, type LexicalEditor } from 'lexical'
import { matches, type Shortcut } from '../../lib/keyboard/shortcut.ts'
import { runAction, type EditorAction } from './editor-actions.ts'

/** The shortcuts that Lexical has not already (it has bold, italic, underline, undo and redo). */
const SHORTCUTS: readonly { shortcut: Shortcut; action: EditorAction }[] = [
  { shortcut: { key: 'x', shift: true }, action: { type: 'mark', mark: 'strike' } },
  { shortcut: { key: 'e' }, action: { type: 'mark', mark: 'code' } },
  { shortcut: { key: '2', alt: true }, action: { type: 'kind', kind: 'h2' } },
  { shortcut: { key: '3', alt: true }, action: { type: 'kind', kind: 'h3' } },
  { shortcut: { key: '6', shift: true }, action: { type: 'kind', kind: 'quote' } },
  { shortcut: { key: '7', shift: true }, action: { type: 'kind', kind: 'number' } },
  { shortcut: { key: '8', shift: true }, action: { type: 'kind', kind: 'bullet' } },
  { shortcut: { key: '9', shift: true }, action: { type: 'kind', kind: 'check' } },
]

/** Keys of the text: those of the toolbar's actions, the link's, Tab in lists, Ctrl+Entrée on a check box. */
export function registerShortcuts(editor: LexicalEditor, { onLink }: { onLink: () => void }): () => void {
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (matches(event, { key: 'k' })) return handled(event, onLink)
    if (matches(event, { key: 'enter' }) && $toggleChecked()) return handled(event)
    const found = SHORTCUTS.find(({ shortcut }) => matches(event, shortcut))
    return found ? handled(event, () => runAction(editor, found.action)) : false
  }
  // Outside lists, and where a level cannot change, Tab leaves the text as everywhere in the page.
  const onTab = (event: KeyboardEvent): boolean => {
    const moved = $isInList() && $indentBlocks(event.shiftKey ? -1 : 1)
    return moved && handled(event)
  }
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, onKeyDown, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_TAB_COMMAND, onTab, COMMAND_PRIORITY_NORMAL),
  )
}

function handled(event: KeyboardEvent, act?: () => void): true {
  event.preventDefault()
  act?.()
  return true
}
