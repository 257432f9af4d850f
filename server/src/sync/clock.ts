/** Time as the sync server sees it: injected, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs `task` once after `delayMs`; returns what cancels it. Never keeps the process alive. */
  after(delayMs: number, task: () => void): () => void
  /** Runs `task` once when the frames that have already arrived are read. */
  soon(task: () => void): void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
  soon: (task) => void setImmediate(task),
}
