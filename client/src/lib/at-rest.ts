/** What the page had to do first has had the time to be done: its data, its texts, its fonts. */
const REST_DELAY_MS = 2_000

/** Some browsers do not say when they are idle. */
const whenIdle: (callback: () => void) => void =
  typeof window !== 'undefined' && 'requestIdleCallback' in window
    ? (callback) => void window.requestIdleCallback(callback, { timeout: 5_000 })
    : (callback) => void setTimeout(callback, 200)

let last: Promise<unknown> = loaded().then(() => new Promise((resolve) => setTimeout(resolve, REST_DELAY_MS)))

/**
 * Does what is of no use to the first look at a page once the page is at rest, one thing after the other: what one does meanwhile has the network and
 * the processor.
 */
export function atRest(task: () => Promise<unknown>): void {
  last = last
    .then(() => new Promise<void>((resolve) => whenIdle(resolve)))
    .then(task)
    .catch(() => undefined)
}

function loaded(): Promise<void> {
  if (typeof document === 'undefined' || document.readyState === 'complete') return Promise.resolve()
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }))
}
