import type { Clock } from '../sync/clock.ts'

/** Something to be done now and then as long as the server runs. */
export interface Repeated {
  /** Does it no more; what is being done is told to stop, and waited for. */
  close(): Promise<void>
}

export interface Repeating {
  clock: Clock
  run: (signal: AbortSignal) => Promise<void>
  onError: (error: unknown) => void
}

/** Does `run` at once, then some time after each time that it ended. What fails is told, and tried again then. */
export function every(periodMs: number, { clock, run, onError }: Repeating): Repeated {
  const stop = new AbortController()
  let cancel: () => void = () => undefined
  let running = Promise.resolve()
  const once = async () => {
    await run(stop.signal).catch(onError)
    if (!stop.signal.aborted) cancel = clock.after(periodMs, start)
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
