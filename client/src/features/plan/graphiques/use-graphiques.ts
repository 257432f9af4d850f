import { useState } from 'react'

/** Remembered while the tab is open: coming back from a list finds the drawings as they were left. */
let kept: ReadonlySet<string> = new Set()

/** Whether the drawings of a plan are shown; not at first. */
export function useGraphiques(planUuid: string): { opened: boolean; toggle: () => void } {
  const [shown, setShown] = useState(kept)
  const opened = shown.has(planUuid)

  return {
    opened,
    toggle: () => {
      kept = new Set(opened ? [...shown].filter((uuid) => uuid !== planUuid) : [...shown, planUuid])
      setShown(kept)
    },
  }
}
