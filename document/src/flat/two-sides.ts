import type { TextEdit } from '../model.ts'
import { compose } from './compose.ts'
import { transformPair } from './transform.ts'
import type { TransformPair } from './transform.ts'

/**
 * What each side of the binding does not have yet. The editor and the `Y.Text` may each be ahead of the other for a moment: a
 * transaction is open, so the local edit waits; a block is under composition, so the remote one does.
 *
 *     text  ── unsent ──▶  both  ◀── behind ──  editor
 */
export class TwoSides {
  readonly #transform: TransformPair
  /** A delta on the `Y.Text`: local edits to be written to it. */
  #unsent: TextEdit = []
  /** A delta on what the editor holds: remote edits to be put into it. */
  #behind: TextEdit = []

  constructor(transform: TransformPair = transformPair) {
    this.#transform = transform
  }

  get unsent(): TextEdit {
    return this.#unsent
  }

  get behind(): TextEdit {
    return this.#behind
  }

  /** The editor changed. */
  editLocally(edit: TextEdit): void {
    if (edit.length === 0) return
    if (this.#behind.length === 0) {
      this.#unsent = this.#unsent.length === 0 ? edit : compose(this.#unsent, edit)
      return
    }
    const { own, theirs } = this.#transform(edit, this.#behind)
    this.#unsent = compose(this.#unsent, own)
    this.#behind = theirs
  }

  /** The `Y.Text` changed. */
  editRemotely(edit: TextEdit): void {
    if (this.#unsent.length === 0) {
      this.#behind = this.#behind.length === 0 ? edit : compose(this.#behind, edit)
      return
    }
    const { own, theirs } = this.#transform(this.#unsent, edit)
    this.#unsent = own
    this.#behind = compose(this.#behind, theirs)
  }

  /** What is to be written to the `Y.Text` now: it counts as written. */
  takeUnsent(): TextEdit {
    const edit = this.#unsent
    this.#unsent = []
    return edit
  }

  /** What is to be put into the editor now: it counts as done, but for what is held back. */
  takeBehind(
    hold: (edit: TextEdit) => { now: TextEdit; later: TextEdit } = (edit) => ({ now: edit, later: [] }),
  ): TextEdit {
    const { now, later } = hold(this.#behind)
    this.#behind = later
    return now
  }

  /** The editor lost an edit that it had: it lacks it again, before the others. */
  lag(lost: TextEdit): void {
    this.#behind = compose(lost, this.#behind)
  }

  /** The editor lacks exactly this, whatever was thought. */
  lagBy(edit: TextEdit): void {
    this.#behind = edit
  }
}
