import { isPlainLine } from '@pupitre/document'
import { PROJECTION_MAX_WAIT_MS, PROJECTION_PAUSE_MS, TITLE_PROJECTION_MS } from './limits.ts'

/** Fields of one document that are ahead of their projection, and when each is due. */
export class DirtyFields {
  #title: { field: string; since: number } | null = null
  readonly #others = new Set<string>()
  #othersSince = 0
  #lastEdit = 0

  get isEmpty(): boolean {
    return this.#title === null && this.#others.size === 0
  }

  mark(fields: Iterable<string>, now: number): void {
    for (const field of fields) {
      if (isPlainLine(field)) {
        this.#title ??= { field, since: now }
        continue
      }
      if (this.#others.size === 0) this.#othersSince = now
      this.#others.add(field)
      this.#lastEdit = now
    }
  }

  /** When something is next due; Infinity when nothing is dirty. */
  dueAt(): number {
    const title = this.#title ? this.#title.since + TITLE_PROJECTION_MS : Infinity
    return Math.min(title, this.#othersDueAt())
  }

  /** Takes the fields that are due: they are clean from now on. */
  takeDue(now: number): string[] {
    const due: string[] = []
    if (this.#title && this.#title.since + TITLE_PROJECTION_MS <= now) {
      due.push(this.#title.field)
      this.#title = null
    }
    if (this.#othersDueAt() <= now) {
      due.push(...this.#others)
      this.#others.clear()
    }
    return due
  }

  takeAll(): string[] {
    return this.takeDue(Infinity)
  }

  #othersDueAt(): number {
    if (this.#others.size === 0) return Infinity
    return Math.min(this.#lastEdit + PROJECTION_PAUSE_MS, this.#othersSince + PROJECTION_MAX_WAIT_MS)
  }
}
