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

/** Longest name of a field that is believed: what a client says of itself comes from outside. */
const MAX_FIELD_CHARACTERS = 60

/** Who is in which field of the document, each person once a field; this page's own user is left out. */
export function usersByField(awareness: Awareness, ownUserId: string): Map<string, PresentUser[]> {
  const byField = new Map<string, PresentUser[]>()
  for (const [clientId, state] of awareness.getStates()) {
    const user = clientId === awareness.clientID ? null : readUser(state['user'])
    const field: unknown = state['field']
    if (!user || user.id === ownUserId || typeof field !== 'string' || field.length > MAX_FIELD_CHARACTERS) continue
    const there = byField.get(field) ?? []
    if (!there.some(({ id }) => id === user.id)) byField.set(field, [...there, user])
  }
  return byField
}

function readUser(user: unknown): PresentUser | null {
  if (typeof user !== 'object' || user === null) return null
  if (!('id' in user) || !('name' in user) || !('color' in user)) return null
  const { id, name, color } = user
  if (typeof id !== 'string' || typeof name !== 'string' || typeof color !== 'string') return null
  return { id, name, color }
}
