import type { Surroundings } from '../surroundings.ts'

/** A page that the test hides, shows and wakes. */
export class TestSurroundings implements Surroundings {
  hidden = false
  #listeners = new Set<() => void>()

  isHidden(): boolean {
    return this.hidden
  }

  onWake(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  wake(): void {
    for (const listener of this.#listeners) listener()
  }

  get listeners(): number {
    return this.#listeners.size
  }
}
