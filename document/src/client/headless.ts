import type { LexicalEditor } from 'lexical'

/** Whether the editor has no DOM: it then refuses whatever has to do with elements. */
export function isHeadless(editor: LexicalEditor): boolean {
  return editor._headless
}
