import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  getDOMSelection,
} from 'lexical'
import type { LexicalEditor } from 'lexical'
import { isHeadless } from './headless.ts'

/**
 * Takes the selection that the page shows for the editor's, inside an update of which the page does not lag behind: a key or the pointer moves it
 * first, and the editor hears of it by an event that comes later. Whoever commits in between would put it back where it was.
 */
export function $adoptShownSelection(editor: LexicalEditor): void {
  if (isHeadless(editor)) return
  const element = editor.getRootElement()
  const known = $getSelection()
  if (!element || element.ownerDocument.activeElement !== element) return
  if (editor.isComposing() || !$isRangeSelection(known)) return
  const shown = $createRangeSelectionFromDom(getDOMSelection(editor._window), editor)
  if (!shown || shown.is(known)) return
  const text = shown.anchor.getNode()
  if (shown.anchor.key === known.anchor.key) shown.format = known.format
  else if ($isTextNode(text)) shown.format = text.getFormat()
  $setSelection(shown)
}
