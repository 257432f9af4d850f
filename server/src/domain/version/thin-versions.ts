const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Up to which age one version in so long is kept; all of them before the first. */
const STEPS = [
  { upToMs: 2 * DAY_MS, everyMs: 0 },
  { upToMs: 30 * DAY_MS, everyMs: HOUR_MS },
  { upToMs: 365 * DAY_MS, everyMs: DAY_MS },
  { upToMs: Infinity, everyMs: 7 * DAY_MS },
] as const

/**
 * The versions that may go: all are kept for two days, then the last of each hour for thirty days, of each day for a year, of each
 * week after. The last of all always stays. Thinning again later, or more often, keeps the same ones.
 */
export function versionsToThin<Version extends { endedAt: Date }>(versions: readonly Version[], now: Date): Version[] {
  const newestFirst = versions.toSorted((a, b) => b.endedAt.getTime() - a.endedAt.getTime())
  const seen = new Set<string>()
  return newestFirst.filter(({ endedAt }, i) => {
    const at = endedAt.getTime()
    const everyMs = everyMsAt(now.getTime() - at)
    if (everyMs === 0) return false
    const slot = `${everyMs} ${Math.floor(at / everyMs)}`
    const isLastOfSlot = !seen.has(slot)
    seen.add(slot)
    return i > 0 && !isLastOfSlot
  })
}

function everyMsAt(ageMs: number): number {
  return STEPS.find(({ upToMs }) => ageMs < upToMs)?.everyMs ?? 0
}
