import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** The length of a field in UTF-16 units, its last line end left out. */
export function useTextLength(doc: Y.Doc, field: string): number {
  const text = doc.getText(field)
  const subscribe = useCallback(
    (listener: () => void) => {
      text.observe(listener)
      return () => text.unobserve(listener)
    },
    [text],
  )
  return useSyncExternalStore(subscribe, () => Math.max(0, text.length - 1))
}
