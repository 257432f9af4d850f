import type { LexicalEditor } from 'lexical'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { cursorOf } from './cursor.ts'
import { isHeadless } from './headless.ts'
import type { OffsetSelection } from './relative-selection.ts'

/** Carets are told this much after they moved, the last place only: finding a relative position walks the text's items. */
const PUBLISH_DELAY_MS = 40

interface PublisherOptions {
  editor: LexicalEditor
  text: Y.Text
  field: string
  awareness: Awareness
  selection(): OffsetSelection | null
}

/** Tells the others where the user's caret is, while the editor has the focus. */
export class CursorPublisher {
  readonly #options: PublisherOptions
  readonly #release: () => void
  #timer: ReturnType<typeof setTimeout> | null = null
  /** What was told last, as JSON; null when nothing is told from here. */
  #told: string | null = null

  constructor(options: PublisherOptions) {
    this.#options = options
    this.#release = isHeadless(options.editor) ? () => {} : this.#followFocus(options.editor)
  }

  /** The caret may have moved. */
  schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#publish(this.#hasFocus() ? this.#options.selection() : null)
    }, PUBLISH_DELAY_MS)
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#release()
    this.#publish(null)
  }

  /** An editor without a DOM has the focus whenever it has a selection. */
  #hasFocus(): boolean {
    const { editor } = this.#options
    if (isHeadless(editor)) return true
    const root = editor.getRootElement()
    return root !== null && root.contains(root.ownerDocument.activeElement)
  }

  #followFocus(editor: LexicalEditor): () => void {
    const onFocusChange = () => this.schedule()
    return editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('focusin', onFocusChange)
      previous?.removeEventListener('focusout', onFocusChange)
      root?.addEventListener('focusin', onFocusChange)
      root?.addEventListener('focusout', onFocusChange)
    })
  }

  #publish(selection: OffsetSelection | null): void {
    const { text, field, awareness } = this.#options
    const cursor = selection && cursorOf({ text, field, selection })
    const told = cursor ? JSON.stringify(cursor) : null
    if (told === this.#told) return
    this.#told = told
    awareness.setLocalStateField('cursor', cursor)
  }
}
