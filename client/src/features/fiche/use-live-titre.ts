import { useCallback, useSyncExternalStore } from 'react'
import type { LiveDocument } from '../../lib/live/live-document.ts'

/** The title as it is written now; `before` until the server's text has come. */
export function useLiveTitre(document: LiveDocument, before: string): string {
  const text = document.doc.getText('titre')
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = document.subscribe(listener)
      text.observe(listener)
      return () => {
        stop()
        text.unobserve(listener)
      }
    },
    [document, text],
  )
  return useSyncExternalStore(subscribe, () => (document.snapshot().loaded ? text.toString() : before))
}
