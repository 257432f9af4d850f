import { useEffect, useState } from 'react'
import type { LiveDocument } from './live-document.ts'
import { type PresentUser, usersByField } from './presence.ts'

/** The other people who have the document open, by the field of it that they are in. */
export function useFieldUsers(document: LiveDocument, ownUserId: string): ReadonlyMap<string, readonly PresentUser[]> {
  const [users, setUsers] = useState<ReadonlyMap<string, readonly PresentUser[]>>(new Map())

  useEffect(() => {
    const { awareness } = document
    const refresh = () => {
      const next = usersByField(awareness, ownUserId)
      setUsers((shown) => (JSON.stringify([...shown]) === JSON.stringify([...next]) ? shown : next))
    }
    refresh()
    awareness.on('change', refresh)
    return () => awareness.off('change', refresh)
  }, [document, ownUserId])

  return users
}
