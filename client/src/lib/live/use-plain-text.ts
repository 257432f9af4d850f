import { useMemo, useSyncExternalStore } from 'react'
import { plainText } from '../device/set-aside.ts'
import type { LiveDocument } from './live-document.ts'

const NOTHING = { subscribe: () => () => undefined, current: () => '' }

/** What a field of a live document says now, without its marks, as it is being written; empty without a document. */
export function usePlainText(document: LiveDocument | null, field: string): string {
  const source = useMemo(() => (document ? sourceOf(document, field) : NOTHING), [document, field])
  return useSyncExternalStore(source.subscribe, source.current)
}

function sourceOf({ doc }: LiveDocument, field: string) {
  const text = doc.getText(field)
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
    current: () => (known ??= plainText(doc, field).trim()),
  }
}
