import { $insertBlocks, type BoundText } from '@pupitre/document/client'
import { plainToDelta, readBlocks } from '@pupitre/document'
import { COMMAND_PRIORITY_NORMAL, PASTE_COMMAND, type LexicalEditor } from 'lexical'

/** What Lexical puts on the clipboard for itself, with all that a field holds. */
const OWN_FORMAT = 'application/x-lexical-editor'

/**
 * Pasting from other programs: their HTML through the model's reader, which keeps only what a field may hold, else their text.
 * The reader is fetched at the first paste.
 */
export function registerPaste(editor: LexicalEditor, bound: BoundText): () => void {
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = 'clipboardData' in event ? event.clipboardData : null
      if (!data || data.types.includes(OWN_FORMAT)) return false
      const html = data.getData('text/html')
      const text = data.getData('text/plain')
      if (!html && !text) return false
      event.preventDefault()
      bound.undoManager.stopCapturing()
      if (html) void pasteHtml(editor, html)
      else $insertBlocks(readBlocks(plainToDelta(text)))
      return true
    },
    COMMAND_PRIORITY_NORMAL,
  )
}

async function pasteHtml(editor: LexicalEditor, html: string): Promise<void> {
  const { htmlToDelta } = await import('./paste-html.ts')
  editor.update(() => void $insertBlocks(readBlocks(htmlToDelta(html))))
}
