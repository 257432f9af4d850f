/**
 * Counts one connection's step2 and update frames: numbered as they arrive, answered in any order, acknowledged in order.
 * A frame that lacked dependencies is answered by the resync that it caused, not before: its content is not kept yet.
 */
export class AckLedger {
  #received = 0
  #acknowledged = 0
  readonly #answeredEarly = new Set<number>()
  #awaitingResync: number[] = []

  /** Number of the last frame received; the first is 1. */
  get received(): number {
    return this.#received
  }

  /** All frames up to this one are answered. */
  get acknowledged(): number {
    return this.#acknowledged
  }

  next(): number {
    return (this.#received += 1)
  }

  answer(ordinal: number): void {
    this.#answeredEarly.add(ordinal)
    while (this.#answeredEarly.delete(this.#acknowledged + 1)) this.#acknowledged += 1
  }

  awaitResync(ordinal: number): void {
    this.#awaitingResync.push(ordinal)
  }

  /** Answers a step2, and every frame before it that waited for one. */
  answerResync(ordinal: number): void {
    const covered = this.#awaitingResync.filter((waiting) => waiting < ordinal)
    this.#awaitingResync = this.#awaitingResync.filter((waiting) => waiting > ordinal)
    for (const waiting of covered) this.answer(waiting)
    this.answer(ordinal)
  }
}
