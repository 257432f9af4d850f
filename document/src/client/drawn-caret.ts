import type { CursorUser } from './cursor.ts'
import { createCaretElement, moveCaretElement } from './remote-caret-element.ts'
import type { Placed } from './remote-caret-element.ts'

/** Long enough to read a name; after that it would only hide the line above. */
export const NAME_SHOWN_MS = 2_000

/** Carets are two pixels wide: the pointer is on one from this far. */
const NEAR_PX = 6

/**
 * A colleague's caret on the page. Its element says when the name is to be read, and the page's style shows it:
 * `data-moved` until two seconds after the last move, `data-near` while the pointer is on the caret.
 */
export class DrawnCaret {
  readonly element: HTMLElement
  readonly #user: CursorUser
  #surroundings: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(user: CursorUser) {
    this.#user = user
    this.element = createCaretElement(user)
  }

  isOf({ name, color }: CursorUser): boolean {
    return this.#user.name === name && this.#user.color === color
  }

  /** Puts the caret there. It has moved when it has other surroundings than before, not when it only shifts on the page. */
  place({ surroundings, ...placed }: Placed & { surroundings: string }): void {
    moveCaretElement(this.element, placed)
    if (surroundings === this.#surroundings) return
    this.#surroundings = surroundings
    this.element.toggleAttribute('data-moved', true)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.element.toggleAttribute('data-moved', false), NAME_SHOWN_MS)
  }

  /** The pointer is there, in coordinates of the window; null when it is elsewhere. */
  pointAt(pointer: { x: number; y: number } | null): void {
    const { left, right, top, bottom } = this.element.getBoundingClientRect()
    const isNear =
      pointer !== null &&
      pointer.x >= left - NEAR_PX &&
      pointer.x <= right + NEAR_PX &&
      pointer.y >= top &&
      pointer.y <= bottom
    this.element.toggleAttribute('data-near', isNear)
  }

  remove(): void {
    clearTimeout(this.#timer)
    this.element.remove()
  }
}
