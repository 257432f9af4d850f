import type { ElementNode, LexicalEditor } from 'lexical'
import type * as Y from 'yjs'

type Kind = 'paragraph' | 'h2'

/** One person's editor, bound to a document of their own by one of the bindings compared. */
export interface Writer {
  doc: Y.Doc
  editor: LexicalEditor
  /** What Lexical reported. */
  errors: Error[]
  /** Inside an update: makes a block of this kind, as the binding's own toolbar would. */
  $setKind(block: ElementNode, kind: Kind): void
  /** Inside a read: the kind of a block. */
  $kindOf(block: ElementNode): Kind
}

/** Binds an editor to a document, empty or not filled yet. */
export type CreateWriter = (doc: Y.Doc) => Writer

/** Commits what the editor holds, and lets what it awaits happen. */
export async function flush({ editor }: Writer): Promise<void> {
  editor.update(() => {}, { discrete: true })
  await Promise.resolve()
  editor.update(() => {}, { discrete: true })
}
