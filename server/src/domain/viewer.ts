import type { Role } from '@pupitre/prisma'

/** A signed-in person's place in one collectivité. */
export interface Membership {
  membreId: string
  collectiviteId: string
  role: Role
  serviceIds: readonly string[]
  /** False once it is known that no restricted fiche has them as pilote: what they may read is then asked without naming them. */
  pilotsRestricted?: boolean
}

/** By what grants may name somebody: as a member, as one of a service, by their address. */
export interface Grantee {
  membreIds: readonly string[]
  serviceIds: readonly string[]
  /** In lower case; those alone that are known to be theirs. */
  emails: readonly string[]
}

/** Who asks: loaded once per request or socket, from the session. */
export interface Viewer {
  userId: string
  name: string
  email: string
  sessionId: string
  memberships: readonly Membership[]
  /**
   * What of theirs some grant names, on whatever it is: what they may read is asked without the rest, and those whom no grant
   * names are asked the same. Left out, it is not known, and their memberships and services are all asked about.
   */
  grantee?: Grantee
}
