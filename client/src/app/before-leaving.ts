/** What leaving the page may lose. */
interface Leaving {
  /** How many edits of this tab are neither on the server's disk nor on this device's. */
  readonly unkept: number
  /** Resolves once what was written is on this device's disk, or cannot be. */
  settled(): Promise<void>
}

/**
 * Writes what there is to write to the disk as soon as the page is hidden, since nothing tells of what follows; and the browser asks before
 * it closes or reloads a tab which alone has something.
 */
export function beforeLeaving(documents: Leaving): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void documents.settled()
  })
  window.addEventListener('beforeunload', (event) => {
    void documents.settled()
    if (documents.unkept > 0) event.preventDefault()
  })
}
