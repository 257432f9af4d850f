const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 15_000

/**
 * How long to wait before trying again: anything up to a bound that doubles with each try (full jitter), so that the pages of a
 * server that restarts do not all come back at once.
 *
 * @param retries how many tries have failed, from 0
 * @param random from 0 to 1
 */
export function retryDelayMs(retries: number, random: number): number {
  return random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** retries)
}
