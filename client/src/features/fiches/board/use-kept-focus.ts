import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/** Gives the focus to a card once it is drawn in its new column; answers the way to ask for it. */
export function useKeptFocus(board: RefObject<HTMLElement | null>): (key: string) => void {
  const awaited = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (awaited.current === null) return
    const link = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(awaited.current)}"] a`)
    if (!link) return
    awaited.current = null
    link.focus()
  })

  return useCallback((key: string) => {
    awaited.current = key
  }, [])
}
