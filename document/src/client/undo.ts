import * as Y from 'yjs'
import { offsetSelection, relativeSelection } from './relative-selection.ts'
import type { OffsetSelection, RelativeSelection } from './relative-selection.ts'

/** Edits less than this apart are undone together. */
export const DEFAULT_CAPTURE_TIMEOUT_MS = 500

interface UndoOptions {
  text: Y.Text
  /** The origin of the user's own writes: nothing else is undone. */
  origin: unknown
  captureTimeoutMs: number
  selection(): OffsetSelection | null
  select(selection: OffsetSelection): void
}

/** Undo and redo of the user's own edits; each brings back the selection that was there before. */
export class TextUndo {
  readonly manager: Y.UndoManager
  readonly #text: Y.Text
  readonly #selection: () => OffsetSelection | null
  #before: RelativeSelection | null = null
  // Kept apart from the stack items' own `meta`, which is untyped.
  readonly #selections = new WeakMap<object, RelativeSelection>()

  constructor({ text, origin, captureTimeoutMs, selection, select }: UndoOptions) {
    this.#text = text
    this.#selection = selection
    this.manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: captureTimeoutMs })
    this.manager.on('stack-item-added', ({ stackItem }) => {
      if (this.#before) this.#selections.set(stackItem, this.#before)
    })
    this.manager.on('stack-item-popped', ({ stackItem }) => {
      const before = this.#selections.get(stackItem)
      const offsets = before && offsetSelection(text, before)
      if (offsets) select(offsets)
    })
  }

  /** Whether the next write begins a stack item, which keeps the selection before it. */
  beginsItem(): boolean {
    const { lastChange, captureTimeout, undoStack } = this.manager
    return undoStack.length === 0 || lastChange === 0 || Date.now() - lastChange >= captureTimeout
  }

  /** To be called before each write, with the selection before the edit. */
  beforeWrite(selection: OffsetSelection | null): void {
    this.#before = selection && relativeSelection(this.#text, selection)
  }

  /** Whether anything was undone. */
  undo(): boolean {
    this.beforeWrite(this.#selection())
    return this.manager.undo() !== null
  }

  /** Whether anything was done again. */
  redo(): boolean {
    this.beforeWrite(this.#selection())
    return this.manager.redo() !== null
  }
}
