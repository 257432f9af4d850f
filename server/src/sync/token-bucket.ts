import type { Clock } from './clock.ts'

/** Allows so much per second in the long run, and so much at once. */
export class TokenBucket {
  readonly #clock: Clock
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #filledAt: number

  constructor({ clock, perSecond, burst }: { clock: Clock; perSecond: number; burst: number }) {
    this.#clock = clock
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#tokens = burst
    this.#filledAt = clock.now()
  }

  /** Takes `tokens`; false, and nothing taken, when there are not so many. */
  take(tokens: number): boolean {
    const now = this.#clock.now()
    // A clock that is set back gives nothing, and takes nothing away.
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#filledAt) * this.#perMs)
    this.#filledAt = now
    if (tokens > this.#tokens) return false
    this.#tokens -= tokens
    return true
  }
}
