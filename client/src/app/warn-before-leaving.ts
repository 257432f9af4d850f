/**
 * The browser asks before it closes or reloads the tab while something is unsent.
 *
 * @param unsent how many edits of this tab are not on the server's disk
 */
export function warnBeforeLeaving(unsent: () => number): void {
  window.addEventListener('beforeunload', (event) => {
    if (unsent() > 0) event.preventDefault()
  })
}
