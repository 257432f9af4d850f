import type { Clock } from './clock.ts'
import { reconnectDelayMs, type LostConnection } from './reconnect-delay.ts'
import type { Surroundings } from './surroundings.ts'

/** A page shown and hidden again and again does not try at each. */
const TRY_INTERVAL_MS = 1_000

/** Waits as long as `reconnectDelayMs` says, for a connection that is kept by a library: less if the page wakes meanwhile. */
export function createPause({
  clock,
  surroundings,
  random,
}: {
  clock: Clock
  surroundings: Surroundings
  random: () => number
}): (lost: Omit<LostConnection, 'isHidden'>) => Promise<void> {
  return (lost) =>
    new Promise((resolve) => {
      const startedAt = clock.now()
      let cancel: () => void
      const stopWaking = surroundings.onWake(() => {
        if (surroundings.isHidden()) return
        cancel()
        cancel = clock.after(Math.max(0, startedAt + TRY_INTERVAL_MS - clock.now()), end)
      })
      const end = () => {
        stopWaking()
        resolve()
      }
      cancel = clock.after(reconnectDelayMs({ ...lost, isHidden: surroundings.isHidden() }, random()), end)
    })
}
