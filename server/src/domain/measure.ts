/** Something that a part of the server tells of its own work. Whoever watches subscribes (`src/metrics`); nobody watching costs a look. */
interface Measure<T extends object> {
  publish(message: T): void
  /** Returns what stops it. */
  subscribe(listener: (message: T) => void): () => void
}

export function measure<T extends object>(): Measure<T> {
  const listeners = new Set<(message: T) => void>()
  return {
    publish(message) {
      for (const listener of listeners) listener(message)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
