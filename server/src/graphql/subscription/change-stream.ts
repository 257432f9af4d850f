import type { ChangeBus, PublishedChange } from '../../bus/change-bus.ts'

/** Changes that wait for a reader who is slow: past these, its subscription ends, and the page reads everything again. */
export const MAX_WAITING_CHANGES = 500

/** The changes of one topic from now on, in order, until the reader stops or falls too far behind. */
export function changeStream(bus: Pick<ChangeBus, 'onChange'>, topic: string): AsyncIterableIterator<PublishedChange> {
  const waiting: PublishedChange[] = []
  let wake: (() => void) | null = null
  let isOver = false
  const stop = bus.onChange(topic, (change) => {
    waiting.push(change)
    if (waiting.length > MAX_WAITING_CHANGES) end()
    wake?.()
  })
  function end(): void {
    isOver = true
    stop()
    waiting.length = 0
    wake?.()
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      // Woken by a change, or by the end.
      if (!isOver && waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const change = waiting.shift()
      return change ? { value: change, done: false } : { value: undefined, done: true }
    },
    return() {
      end()
      return Promise.resolve({ value: undefined, done: true })
    },
  }
}
