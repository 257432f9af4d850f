import { useMemo, useState } from 'react'

export interface Folding {
  folded: ReadonlySet<string>
  toggle: (axeId: string) => void
  fold: (axeIds: readonly string[]) => void
  unfoldAll: () => void
}

/** Remembered while the tab is open: coming back from a fiche finds the plan as it was left. */
const foldedByPlan = new Map<string, ReadonlySet<string>>()

/** Which axes of a plan are folded; none at first. */
export function useFoldedAxes(planUuid: string): Folding {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedByPlan.get(planUuid) ?? new Set())

  return useMemo(() => {
    const keep = (next: ReadonlySet<string>) => {
      foldedByPlan.set(planUuid, next)
      setFolded(next)
    }
    return {
      folded,
      toggle: (axeId) =>
        keep(new Set(folded.has(axeId) ? [...folded].filter((id) => id !== axeId) : [...folded, axeId])),
      fold: (axeIds) => keep(new Set(axeIds)),
      unfoldAll: () => keep(new Set()),
    }
  }, [planUuid, folded])
}
