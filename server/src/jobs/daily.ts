import type { Clock } from '../sync/clock.ts'

const DAY_MS = 24 * 3600 * 1000

/** Something to be done now and then as long as the server runs. */
export interface Daily {
  /** Does it no more; what is being done is told to stop, and waited for. */
  close(): Promise<void>
}

/** Does `run` at once, then a day after each time that it ended. What fails is told, and tried again the day after. */
export function daily({
  clock,
  run,
  onError,
}: {
  clock: Clock
  run: (signal: AbortSignal) => Promise<void>
  onError: (error: unknown) => void
}): Daily {
  const stop = new AbortController()
  let cancel: () => void = () => undefined
  let running = Promise.resolve()
  const once = async () => {
    await run(stop.signal).catch(onError)
    if (!stop.signal.aborted) cancel = clock.after(DAY_MS, start)
  }
  const start = () => {
    running = once()
  }
  start()
  return {
    close() {
      stop.abort()
      cancel()
      return running
    },
  }
}
