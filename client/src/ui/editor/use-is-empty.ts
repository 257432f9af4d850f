import { $isBlockNode, type BoundText } from '@pupitre/document/client'
import { $getRoot, type LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'

/** One empty paragraph: nothing was written, and no list or heading begun. */
function $isEmptyText(): boolean {
  const root = $getRoot()
  const first = root.getFirstChild()
  if (root.getChildrenSize() > 1 || !$isBlockNode(first)) return root.isEmpty()
  return first.isEmpty() && first.getKind() === 'paragraph' && first.getIndent() === 0
}

/** Whether the text is empty; false until it is known. */
export function useIsEmpty(editor: LexicalEditor, bound: BoundText | null): boolean {
  const [empty, setEmpty] = useState(false)
  useEffect(() => {
    if (!bound) return
    const read = () => setEmpty(editor.getEditorState().read($isEmptyText))
    read()
    return editor.registerUpdateListener(read)
  }, [editor, bound])
  return empty
}
