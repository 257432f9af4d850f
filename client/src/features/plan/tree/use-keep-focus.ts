import { useCallback, useEffect, useRef } from 'react'

/**
 * Used by what draws the lines: gives the focus back to a line that was carried elsewhere: it is drawn again there, and the focus is lost with its old
 * place. Returns what tells which line that is.
 */
export function useKeepFocus(): (id: string | null) => void {
  const carried = useRef<string | null>(null)

  useEffect(() => {
    const id = carried.current
    if (id === null || (document.activeElement !== null && document.activeElement !== document.body)) return
    const line = document.querySelector(`[data-node-id="${CSS.escape(id)}"]`)
    line?.querySelector<HTMLElement>('[data-tree-stop]')?.focus()
  })

  return useCallback((id) => {
    if (id !== null) carried.current = id
  }, [])
}
