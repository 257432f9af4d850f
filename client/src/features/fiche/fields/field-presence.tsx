import { createContext, use, useMemo, type FocusEvent, type ReactNode } from 'react'
import type { LiveDocument } from '../../../lib/live/live-document.ts'
import type { PresentUser } from '../../../lib/live/presence.ts'
import { useFieldUsers } from '../../../lib/live/use-field-users.ts'

interface FieldPresence {
  /** Colleagues by the field that they are in. */
  users: ReadonlyMap<string, readonly PresentUser[]>
  /** Tells colleagues which field this page is in; null for none. */
  enter: (field: string | null) => void
}

const FieldPresenceContext = createContext<FieldPresence>({ users: new Map(), enter: () => undefined })

/** Tells the fields of a fiche who is in which, and colleagues where this page is. */
export function FieldPresenceProvider({
  document,
  ownUserId,
  children,
}: {
  document: LiveDocument
  ownUserId: string
  children: ReactNode
}) {
  const users = useFieldUsers(document, ownUserId)
  const presence = useMemo(
    () => ({ users, enter: (field: string | null) => document.awareness.setLocalStateField('field', field) }),
    [users, document],
  )
  return <FieldPresenceContext value={presence}>{children}</FieldPresenceContext>
}

/** Who else is in a field, and what to put on the element around it. */
export function useFieldPresence(field: string) {
  const { users, enter } = use(FieldPresenceContext)
  return {
    users: users.get(field) ?? [],
    bind: {
      onFocus: () => enter(field),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) enter(null)
      },
    },
  }
}
