import { useEffect, useEffectEvent, useRef } from 'react'
import type { LiveDocument } from './live-document.ts'

/**
 * Calls back when the server says that one may do more or less with a document than it said before, across the documents that
 * follow one another under one page.
 */
export function useAccessChanges(document: LiveDocument | null, onChange: (access: 'read' | 'write') => void): void {
  const known = useRef<'read' | 'write' | null>(null)
  const tell = useEffectEvent(onChange)

  useEffect(() => {
    if (!document) return
    const look = () => {
      const { access, closed } = document.snapshot()
      if (access === 'unknown' || closed !== null) return
      const before = known.current
      known.current = access
      if (before !== null && before !== access) tell(access)
    }
    look()
    const stop = document.subscribe(look)
    return () => {
      stop()
    }
  }, [document])
}
