import type { Clock } from '../reconnection/clock.ts'
import type { Surroundings } from '../reconnection/surroundings.ts'
import { BROKEN, type OpenTransport, type Transport, type TransportEvents } from './transport.ts'

/** Somebody who looks at another tab for a moment finds this one as it was. */
export const HIDDEN_MS = 30_000
/** How often a page that is shown looks whether it still is: browsers slow this down where it is not, which is no harm. */
const LOOK_INTERVAL_MS = 5_000

/**
 * A transport only while somebody looks at the page: it opens once the page is shown, and breaks once it has been hidden for a while. A browser over
 * HTTP/1.1 has six requests per site for all its tabs, and each stream holds one.
 */
export function whileShown(
  { clock, surroundings, events }: { clock: Clock; surroundings: Surroundings; events: TransportEvents },
  open: OpenTransport,
): Transport {
  let inner: Transport | null = null
  let hiddenSince: number | null = null
  let cancelLook: () => void = () => undefined

  const leave = (): void => {
    cancelLook()
    stopWaking()
    inner?.close()
  }
  const look = (): void => {
    const now = clock.now()
    hiddenSince = surroundings.isHidden() ? (hiddenSince ?? now) : null
    if (hiddenSince !== null && now - hiddenSince >= HIDDEN_MS) {
      leave()
      events.onEnd({ code: BROKEN, reason: '' })
      return
    }
    cancelLook = clock.after(LOOK_INTERVAL_MS, look)
  }
  const openIfShown = (): void => {
    if (inner || surroundings.isHidden()) return
    inner = open({
      ...events,
      onEnd(ending) {
        leave()
        events.onEnd(ending)
      },
    })
    look()
  }
  const stopWaking = surroundings.onWake(openIfShown)
  openIfShown()

  return { send: (frame) => inner?.send(frame), close: leave }
}
