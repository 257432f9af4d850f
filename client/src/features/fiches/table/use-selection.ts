import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { FicheLine } from '../use-fiches.ts'

export type Selection = ReturnType<typeof useSelection>

/** The fiches that are ticked, among those of the list. */
export function useSelection(lines: readonly FicheLine[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const order = useRef<readonly FicheLine[]>(lines)
  useLayoutEffect(() => {
    order.current = lines
  })
  const ids: ReadonlySet<string> = new Set(lines.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))

  /** One, or with Maj all those from the last one. */
  const select = useCallback((id: string, isRange: boolean) => {
    const all = order.current.map((line) => line.id)
    const from = isRange && last.current !== null ? all.indexOf(last.current) : -1
    const to = all.indexOf(id)
    last.current = id
    setChosen((before) => {
      const next = new Set(before)
      if (from >= 0) for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each)
      else if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])

  return {
    ids,
    select,
    isWhole: lines.length > 0 && ids.size === lines.length,
    all: () => setChosen(new Set(lines.map(({ id }) => id))),
    none: () => setChosen(new Set()),
  }
}
