/** Updates of the log from one seq to another, both included. */
interface Range {
  from: bigint
  to: bigint
}

/**
 * How much of a document's log is in memory. Another process appends to the same log: what this one commits may come after
 * updates that it has not seen.
 */
export class LogPosition {
  #seq: bigint
  /** What is in memory beyond the first update that is missing, in order. */
  #beyond: Range[] = []
  /** The last update that is known to exist. */
  #heard: bigint

  constructor(seq: bigint) {
    this.#seq = seq
    this.#heard = seq
  }

  /** Every update up to this one is in memory. */
  get seq(): bigint {
    return this.#seq
  }

  /** Whether updates are missing, as far as anyone has told. */
  get isBehind(): boolean {
    return this.#heard > this.#seq
  }

  /** The last update that is known to exist. */
  get heard(): bigint {
    return this.#heard
  }

  /** Says that the log goes up to this seq. */
  hear(seq: bigint): void {
    if (seq > this.#heard) this.#heard = seq
  }

  /** Says that these updates are in memory now. */
  take({ from, to }: Range): void {
    this.hear(to)
    if (from > this.#seq + 1n) this.#keep({ from, to })
    else if (to > this.#seq) this.#moveTo(to)
  }

  /** Says that every update up to this one is in memory now. */
  reach(seq: bigint): void {
    this.take({ from: this.#seq + 1n, to: seq })
  }

  #keep(range: Range): void {
    const last = this.#beyond.at(-1)
    if (last && range.from === last.to + 1n) last.to = range.to
    else this.#beyond = [...this.#beyond, { ...range }].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  }

  #moveTo(seq: bigint): void {
    this.#seq = seq
    while (this.#beyond[0] && this.#beyond[0].from <= this.#seq + 1n) {
      const { to } = this.#beyond[0]
      this.#beyond.shift()
      if (to > this.#seq) this.#seq = to
    }
  }
}
