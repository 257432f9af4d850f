/** Time as a connection sees it: injected, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since the epoch. It may jump: computers sleep. */
  now(): number
  /** Runs `task` once after `delayMs`; returns what cancels it. */
  after(delayMs: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}
