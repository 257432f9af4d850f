import type { Awareness } from 'y-protocols/awareness'

/** Someone who has the document open, as the server says: its stamp cannot be forged by a client. */
export interface PresentUser {
  id: string
  name: string
  /** `#rrggbb`, the same for a user everywhere. */
  color: string
}

/** Who has the document open, each person once however many their tabs, by name; this page's own user is left out. */
export function presentUsers(awareness: Awareness, ownUserId: string): PresentUser[] {
  const present = new Map<string, PresentUser>()
  for (const [clientId, state] of awareness.getStates()) {
    const user = clientId === awareness.clientID ? null : readUser(state['user'])
    if (user && user.id !== ownUserId) present.set(user.id, user)
  }
  return [...present.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || a.id.localeCompare(b.id))
}

function readUser(user: unknown): PresentUser | null {
  if (typeof user !== 'object' || user === null) return null
  if (!('id' in user) || !('name' in user) || !('color' in user)) return null
  const { id, name, color } = user
  if (typeof id !== 'string' || typeof name !== 'string' || typeof color !== 'string') return null
  return { id, name, color }
}
