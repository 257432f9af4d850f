import type { Clock } from '../clock.ts'

/** A clock that stands still until the test moves it. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 10, 24)
  #tasks: { at: number; run: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.#now + delayMs, run: task }
    this.#tasks.push(entry)
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry)
    }
  }

  /** Moves time on, and runs what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (let next = this.#nextBefore(end); next; next = this.#nextBefore(end)) {
      const due = next
      this.#tasks = this.#tasks.filter((other) => other !== due)
      this.#now = Math.max(this.#now, due.at)
      due.run()
    }
    this.#now = end
  }

  /** Time passes while nothing runs, as in a computer that sleeps. */
  sleep(ms: number): void {
    this.#now += ms
  }

  #nextBefore(end: number): { at: number; run: () => void } | undefined {
    return this.#tasks.filter((task) => task.at <= end).toSorted((a, b) => a.at - b.at)[0]
  }
}
