import { createHeadlessEditor } from '@lexical/headless'
import type { LexicalEditor } from 'lexical'
import type * as Y from 'yjs'
import { bindTextBy } from '../src/client/bind-text.ts'
import type { BoundText } from '../src/client/bind-text.ts'
import { flatTextNodes } from '../src/client/nodes.ts'
import type { FieldShape } from '../src/flat/block-builder.ts'
import type { BindingRules } from '../src/client/binding-rules.ts'
import type { TextBinding } from '../src/client/text-binding.ts'

/** One user: an editor bound to a text of a document of their own. The editor is the origin of what they write. */
export interface Peer {
  doc: Y.Doc
  text: Y.Text
  editor: LexicalEditor
  bound: BoundText
  binding: TextBinding
  /** What Lexical reported. */
  errors: Error[]
  shape: FieldShape
}

/** `captureTimeoutMs`: by default each edit is undone alone. */
export function createPeer(
  doc: Y.Doc,
  {
    shape = 'rich',
    rules,
    captureTimeoutMs = 0,
  }: { shape?: FieldShape; rules?: BindingRules; captureTimeoutMs?: number } = {},
): Peer {
  const errors: Error[] = []
  const editor = createHeadlessEditor({
    namespace: 'fuzz',
    nodes: [...flatTextNodes],
    onError: (error) => errors.push(error),
  })
  const text = doc.getText('description')
  const { unbind, binding } = bindTextBy(rules, {
    editor,
    text,
    origin: editor,
    captureTimeoutMs,
    singleLine: shape === 'line',
  })
  return { doc, text, editor, bound: unbind, binding, errors, shape }
}
