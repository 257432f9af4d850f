const SPREAD = /^spread=(\d{1,9})$/

/** The reason of a close after which everyone comes back at once: over how many milliseconds to spread it. */
export function spreadReason(spreadMs: number): string {
  return `spread=${Math.round(spreadMs)}`
}

/** Reads what `spreadReason` wrote; null for any other reason. */
export function readSpread(reason: string): number | null {
  const digits = SPREAD.exec(reason)?.[1]
  return digits === undefined ? null : Number(digits)
}
