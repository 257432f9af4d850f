import { useMemo, useSyncExternalStore } from 'react'
import type { LiveDocument } from './live-document.ts'

/**
 * What a field of a live document says now, without its marks, as it is being written.
 *
 * @param before what it said when the page was read: shown without a document
 */
export function usePlainText(document: LiveDocument | null, field: string, before: string): string {
  const source = useMemo(() => (document ? sourceOf(document, field) : null), [document, field])
  return useSyncExternalStore(source?.subscribe ?? never, source?.current ?? (() => before))
}

const never = () => () => undefined

function sourceOf(document: LiveDocument, field: string) {
  const text = document.doc.getText(field)
  let known: string | null = null
  return {
    subscribe(changed: () => void) {
      const forget = () => {
        known = null
        changed()
      }
      text.observe(forget)
      return () => text.unobserve(forget)
    },
    current: () => (known ??= document.plainText(field).trim()),
  }
}
