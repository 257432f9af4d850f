/** Tries of one event: the last comes a day after the first. */
export const MAX_ATTEMPTS = 11

/** What most receivers need to be back. */
const FIRST_DELAY_MS = 5_000

/** After each failure, so many times longer. */
const GROWTH = 4

/** A receiver that is mended in the morning is told before noon. */
const LONGEST_DELAY_MS = 6 * 3_600_000

/** Of a delay, what is drawn: receivers that fell together are not told together. */
const JITTER = 0.2

/** How long to wait after so many tries that failed; null: it is given up. */
export function retryDelayMs(attempts: number, random: () => number = Math.random): number | null {
  if (attempts >= MAX_ATTEMPTS) return null
  const delay = Math.min(FIRST_DELAY_MS * GROWTH ** (attempts - 1), LONGEST_DELAY_MS)
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random()))
}
