/** What is around a connection: whether someone looks at its page, and when it is worth trying at once. */
export interface Surroundings {
  isHidden(): boolean
  /** Calls back when the network changes, and when the page is shown again; returns the way to stop. */
  onWake(listener: () => void): () => void
}

/** Of this page. Outside a browser: always looked at, never woken. */
export const pageSurroundings: Surroundings = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onWake(listener) {
    const page = globalThis.document
    if (!page) return () => undefined
    const onVisibility = () => page.visibilityState === 'visible' && listener()
    page.addEventListener('visibilitychange', onVisibility)
    // `pageshow`: back from the browser's cache of pages, whose sockets were cut.
    for (const type of WAKING) globalThis.addEventListener(type, listener)
    return () => {
      page.removeEventListener('visibilitychange', onVisibility)
      for (const type of WAKING) globalThis.removeEventListener(type, listener)
    }
  },
}

const WAKING = ['online', 'offline', 'pageshow'] as const
