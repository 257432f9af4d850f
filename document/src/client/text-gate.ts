import type * as Y from 'yjs'
import { editOfEvent } from '../flat/event-edit.ts'
import type { TextEdit } from '../model.ts'
import { writeText } from './write-text.ts'

interface TextGateOptions {
  text: Y.Text
  doc: Y.Doc
  origin: unknown
  /** A transaction of someone else opens: the last moment to look at what the editor holds. */
  onOpening(): void
  /** Someone else changed the text. */
  onRemoteEdit(edit: TextEdit): void
  /** No transaction is open any more, and all observers have run: the text may be written to. */
  onFree(): void
}

/**
 * The binding's way in and out of the document. Writing inside someone's transaction would give the user's edit their origin
 * (no undo, and a provider would not send it), and writing while observers run would garble the events that others still get.
 */
export class TextGate {
  readonly #options: TextGateOptions
  readonly #release: (() => void)[]
  #isBusy = false
  #isOpeningOwn = false
  #own: Y.Transaction | null = null

  constructor(options: TextGateOptions) {
    this.#options = options
    const { text, doc, onOpening, onRemoteEdit, onFree } = options
    const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (transaction !== this.#own) onRemoteEdit(editOfEvent(event))
    }
    const onBeforeAll = () => {
      this.#isBusy = true
    }
    const onBefore = () => {
      if (!this.#isOpeningOwn) onOpening()
    }
    const onAfterAll = () => {
      this.#isBusy = false
      onFree()
    }
    text.observe(onText)
    doc.on('beforeAllTransactions', onBeforeAll)
    doc.on('beforeTransaction', onBefore)
    doc.on('afterAllTransactions', onAfterAll)
    this.#release = [
      () => text.unobserve(onText),
      () => doc.off('beforeAllTransactions', onBeforeAll),
      () => doc.off('beforeTransaction', onBefore),
      () => doc.off('afterAllTransactions', onAfterAll),
    ]
  }

  /** Whether a transaction is open, or its observers still run. */
  get isBusy(): boolean {
    return this.#isBusy
  }

  /** Writes an edit of the user in a transaction of its own; not while busy. */
  write(edit: TextEdit): void {
    const { text, doc, origin } = this.#options
    this.#isOpeningOwn = true
    doc.transact((transaction) => {
      this.#isOpeningOwn = false
      this.#own = transaction
      writeText(text, edit)
    }, origin)
    this.#own = null
  }

  destroy(): void {
    for (const release of this.#release) release()
  }
}
