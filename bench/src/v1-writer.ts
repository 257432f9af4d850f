import { createYjsBinding, syncLexicalUpdateToYjs, syncYjsChangesToLexical } from '@lexical/yjs'
import { SKIP_COLLAB_TAG } from 'lexical'
import * as Y from 'yjs'
import { createStockEditor, silentProvider } from './stock-editor.ts'
import type { CreateWriter } from './writer.ts'

/** The stock binding of @lexical/yjs, wired as @lexical/react's collaboration plugin wires it. */
export const createV1Writer: CreateWriter = (doc) => {
  const stock = createStockEditor()
  const { editor } = stock
  const provider = silentProvider()
  const binding = createYjsBinding({ editor, id: 'text', doc, docMap: new Map([['text', doc]]) })
  binding.root.getSharedType().observeDeep((events: Y.YEvent<Y.XmlText>[], { origin }) => {
    if (origin !== binding)
      syncYjsChangesToLexical(binding, provider, events, origin instanceof Y.UndoManager, () => {})
  })
  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (tags.has(SKIP_COLLAB_TAG)) return
      syncLexicalUpdateToYjs(
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
