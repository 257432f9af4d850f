import type { ApiScope, Role } from '@pupitre/prisma'

/** Somebody's place in one collectivité. */
export interface Membership {
  /** null: a key's, which is no member: it pilots nothing, and nothing is granted to it. */
  membreId: string | null
  collectiviteId: string
  role: Role
  serviceIds: readonly string[]
  /** False once it is known that no restricted fiche has them as pilote: what they may read is then asked without naming them. */
  pilotsRestricted?: boolean
  /** True for a key that reads what is restricted as admins do, and changes no more of it for that. */
  readsRestricted?: boolean
}

/** By what grants may name somebody: as a member, as one of a service, by their address. */
export interface Grantee {
  membreIds: readonly string[]
  serviceIds: readonly string[]
  /** In lower case; those alone that are known to be theirs. */
  emails: readonly string[]
  /** The collectivité whose grants alone count; left out: all do. */
  within?: string
}

interface Rights {
  /** What others are told that they are called. */
  name: string
  memberships: readonly Membership[]
  /**
   * What of theirs some grant names, on whatever it is: what they may read is asked without the rest, and those whom no grant
   * names are asked the same. Left out, it is not known, and their memberships and services are all asked about.
   */
  grantee?: Grantee
}

/** The member as whom an admin sees their collectivité. */
export interface SeenMembre {
  membreId: string
  userId: string
  name: string
  email: string
}

/** A person, from their session. */
export interface PersonViewer extends Rights {
  userId: string
  email: string
  sessionId: string
  memberships: readonly (Membership & { membreId: string })[]
  /**
   * Set when they see as a member of a collectivité that they administer: their memberships and grants are then that member's there, what is
   * their own is that member's, and nothing may be written. Their name, session and budget stay theirs.
   */
  seeingAs?: SeenMembre
}

/** A program, from its key of the API. */
export interface KeyViewer extends Rights {
  userId: null
  key: { id: string; scopes: readonly ApiScope[]; createdAt: Date }
}

/** Who asks: loaded once per request or socket, from the session or the key. */
export type Viewer = PersonViewer | KeyViewer

/** Whose what a viewer writes is: the person's id, or the key's. */
export function authorIdOf(viewer: Viewer): string {
  return viewer.userId ?? viewer.key.id
}

/** What they show to be let in, by which they are loaded again: the session's id, with the member as whom they see; or the key's. */
export function credentialIdOf(viewer: Viewer): string {
  if (viewer.userId === null) return viewer.key.id
  return viewer.seeingAs ? `${viewer.sessionId} ${viewer.seeingAs.membreId}` : viewer.sessionId
}

/** Whose what they read is said to be, as « vous » or « mes fiches »; null for a key, and when nobody is signed in. */
export function readerIdOf(viewer: Viewer | null): string | null {
  const person = personOf(viewer)
  return person && (person.seeingAs?.userId ?? person.userId)
}

/** Those whose rights decide what a viewer reads: when one's change, the viewer is judged again. */
export function decidingIdsOf(viewer: Viewer): readonly string[] {
  const seen = personOf(viewer)?.seeingAs
  return seen ? [authorIdOf(viewer), seen.userId] : [authorIdOf(viewer)]
}

/** Whether a viewer sees as somebody else, and may write nothing. */
export function isReadOnly(viewer: Viewer | null): boolean {
  return personOf(viewer)?.seeingAs !== undefined
}

/** The person who asks; null for a key, which has no account, and when nobody is signed in. */
export function personOf(viewer: Viewer | null): PersonViewer | null {
  return viewer === null || viewer.userId === null ? null : viewer
}

/** The memberships by which a viewer is a member: a key's are none. */
export function membreIdsOf(viewer: Viewer | null): string[] {
  return viewer?.memberships.flatMap(({ membreId }) => membreId ?? []) ?? []
}

/** The place of a viewer in a collectivité, as a member of it; undefined for one who is not, and for a key. */
export function membreIn(
  viewer: Viewer | null,
  collectiviteId: string,
): (Membership & { membreId: string }) | undefined {
  return personOf(viewer)?.memberships.find((membership) => membership.collectiviteId === collectiviteId)
}
