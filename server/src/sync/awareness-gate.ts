interface Held {
  /** The sender's frame that must be durable first. */
  ordinal: number
  pass: () => void
}

/**
 * Keeps a sender's awareness behind its own edits: a caret must not show where a text will be that no one has yet.
 * Of several that wait behind the same edit, only the last counts.
 */
export class AwarenessGate {
  #held: Held[] = []

  /** Lets `pass` run once all frames up to `ordinal` are answered. */
  hold(ordinal: number, pass: () => void): void {
    if (this.#held.at(-1)?.ordinal === ordinal) this.#held.pop()
    this.#held.push({ ordinal, pass })
  }

  /** Frames up to `acknowledged` are answered: the newest of what waited behind them passes. */
  release(acknowledged: number): void {
    if (this.#held.length === 0) return
    const ready = this.#held.filter((held) => held.ordinal <= acknowledged)
    this.#held = this.#held.filter((held) => held.ordinal > acknowledged)
    ready.at(-1)?.pass()
  }
}
