import { mergeRegister } from '@lexical/utils'
import type { LexicalEditor } from 'lexical'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { BlockNode } from './block-node.ts'
import { CursorPublisher } from './cursor-publisher.ts'
import { fieldOf } from './cursor.ts'
import { registerDeleteBeside } from './delete-beside.ts'
import { EmbedNode } from './embed-node.ts'
import { FlatTextNode } from './flat-text-node.ts'
import { isHeadless } from './headless.ts'
import { registerListSemantics } from './list-semantics.ts'
import type { LexicalPoint } from './points.ts'
import { TextBinding } from './text-binding.ts'
import type { BindingRules } from './binding-rules.ts'
import type { BindingCounts } from './text-binding.ts'
import { registerTransforms } from './transforms.ts'
import { registerUndoCommands } from './undo-commands.ts'
import { DEFAULT_CAPTURE_TIMEOUT_MS, TextUndo } from './undo.ts'

export interface BindTextOptions {
  /** Made with `flatTextNodes`. What it holds is replaced by the text. */
  editor: LexicalEditor
  /** A root text of a document; it may be empty, and be filled later by the provider. */
  text: Y.Text
  /** Where the caret is told to others. */
  awareness?: Awareness | null
  /** The origin of the transactions that write the user's edits; by default an object of its own. */
  origin?: unknown
  /** One line without attributes (`titre`). */
  singleLine?: boolean
  /** Edits less than this apart are undone together. */
  captureTimeoutMs?: number
}

/** Calling it unbinds: what the editor still holds is written first. */
export interface BoundText {
  (): void
  readonly editor: LexicalEditor
  readonly text: Y.Text
  readonly undoManager: Y.UndoManager
  /** Commits and writes what the editor still holds; done by itself before every transaction of the document. */
  flush(): void
  /** Undoes the user's own last edit; whether there was one. */
  undo(): boolean
  redo(): boolean
  readonly counts: Readonly<BindingCounts>
  /** The text's name in its document. */
  readonly field: string
  /** The editor's point for an offset of the text, inside a read of the editor; null while it holds no block. */
  $pointAt(offset: number): LexicalPoint | null
}

/**
 * Binds one Lexical editor to one `Y.Text` held as flat rich text (docs/binding-spec.md), until the result is called.
 * Remote changes may come from anyone, by ordinary transactions of the document.
 * @throws Error when the text is in no document, a transaction of it is open, or the editor has other nodes
 */
export function bindText(options: BindTextOptions): BoundText {
  return bindTextBy(undefined, options).unbind
}

/** As `bindText`, with the parts that decide what an edit becomes: for the tests of those parts. */
export function bindTextBy(
  rules: BindingRules | undefined,
  {
    editor,
    text,
    awareness = null,
    origin = {},
    singleLine = false,
    captureTimeoutMs = DEFAULT_CAPTURE_TIMEOUT_MS,
  }: BindTextOptions,
): { unbind: BoundText; binding: TextBinding } {
  const { doc } = text
  if (!doc) throw new Error('bindText: the text is in no document')
  if (doc._transaction) throw new Error('bindText: a transaction is open')
  if (!editor.hasNodes([BlockNode, EmbedNode, FlatTextNode]))
    throw new Error('bindText: the editor is not made with flatTextNodes')
  const shape = singleLine ? 'line' : 'rich'
  const unregister = mergeRegister(
    registerTransforms(editor, shape),
    registerDeleteBeside(editor),
    isHeadless(editor) ? () => {} : registerListSemantics(editor),
  )
  const field = fieldOf(text) ?? ''
  let undo: TextUndo | null = null
  let publisher: CursorPublisher | null = null
  const binding = new TextBinding({
    editor,
    text,
    doc,
    origin,
    shape,
    ...(rules && { rules }),
    hooks: {
      wantsSelection: () => undo?.beginsItem() ?? false,
      onBeforeWrite: (selection) => undo?.beforeWrite(selection),
      onCommit: () => publisher?.schedule(),
    },
  })
  const selection = () => binding.selection()
  const history = new TextUndo({ text, origin, captureTimeoutMs, selection, select: (to) => binding.select(to) })
  undo = history
  publisher = awareness ? new CursorPublisher({ editor, text, field, awareness, selection }) : null
  const act = (what: 'undo' | 'redo') => {
    binding.flush()
    return history[what]()
  }
  const unregisterCommands = registerUndoCommands({ editor, manager: history.manager, act })
  const unbind = () => {
    publisher?.destroy()
    binding.destroy()
    unregisterCommands()
    history.manager.destroy()
    unregister()
  }
  return {
    binding,
    unbind: Object.assign(unbind, {
      editor,
      text,
      undoManager: history.manager,
      counts: binding.counts,
      field,
      $pointAt: (offset: number) => binding.$pointAt(offset),
      flush: () => binding.flush(),
      undo: () => act('undo'),
      redo: () => act('redo'),
    }),
  }
}
