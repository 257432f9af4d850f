import { useEffect, useState } from 'react'
import type { LiveDocument } from './live-document.ts'
import { presentUsers, type PresentUser } from './presence.ts'

/** The other people who have the document open, now. */
export function useLivePresence(document: LiveDocument, ownUserId: string): readonly PresentUser[] {
  const [present, setPresent] = useState<readonly PresentUser[]>([])

  useEffect(() => {
    const { awareness } = document
    const refresh = () => {
      const next = presentUsers(awareness, ownUserId)
      setPresent((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next))
    }
    refresh()
    // Not `update`: it also tells of every renewal, whatever has changed.
    awareness.on('change', refresh)
    return () => awareness.off('change', refresh)
  }, [document, ownUserId])

  return present
}
