import {
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs'
import { SKIP_COLLAB_TAG } from 'lexical'
import * as Y from 'yjs'
import { createStockEditor, silentProvider } from './stock-editor.ts'
import type { CreateWriter } from './writer.ts'

/** The second, experimental binding of @lexical/yjs, wired as @lexical/react's collaboration plugin wires it. */
export const createV2Writer: CreateWriter = (doc) => {
  const stock = createStockEditor()
  const { editor } = stock
  const provider = silentProvider()
  const binding = createBindingV2__EXPERIMENTAL(editor, 'text', doc, new Map([['text', doc]]))
  binding.root.observeDeep((events: Y.YEvent<Y.XmlElement | Y.XmlText>[], transaction) => {
    if (transaction.origin === binding) return
    syncYjsChangesToLexicalV2__EXPERIMENTAL(
      binding,
      provider,
      events,
      transaction,
      transaction.origin instanceof Y.UndoManager,
    )
  })
  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (tags.has(SKIP_COLLAB_TAG)) return
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        provider,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      )
    },
  )
  return { doc, ...stock }
}
