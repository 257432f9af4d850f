import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot, $isTextNode } from 'lexical'
import type { LexicalEditor, RangeSelection } from 'lexical'
import * as Y from 'yjs'
import { bindText } from '../src/client/bind-text.ts'
import type { BindTextOptions, BoundText } from '../src/client/bind-text.ts'
import { flatTextNodes } from '../src/client/nodes.ts'

export interface Bound {
  doc: Y.Doc
  text: Y.Text
  editor: LexicalEditor
  bound: BoundText
}

/** An editor bound to a text of its own document; with null, the text is empty. */
export function bind(content: string | null = '\n', options: Partial<BindTextOptions> = {}): Bound {
  const doc = new Y.Doc()
  const text = doc.getText('description')
  if (content !== null) text.insert(0, content)
  const editor = createStrictEditor()
  return { doc, text, editor, bound: bindText({ editor, text, captureTimeoutMs: 0, ...options }) }
}

/** An editor whose errors are the test's. */
export function createStrictEditor(): LexicalEditor {
  return createHeadlessEditor({
    namespace: 'test',
    nodes: [...flatTextNodes],
    onError: (error) => {
      throw error
    },
  })
}

/** Types at the end of a block. */
export function type(editor: LexicalEditor, block: number, text: string): void {
  editor.update(() => {
    $getRoot().getChildAtIndex(block)?.selectEnd().insertText(text)
  })
}

/** Selects in the first text of the editor. */
export function $select(from: number, to: number): RangeSelection {
  const node = $getRoot().getFirstDescendant()
  if (!$isTextNode(node)) throw new Error('there is no text')
  return node.select(from, to)
}

/** The text of each block. */
export function shown(editor: LexicalEditor): string[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent()),
  )
}
