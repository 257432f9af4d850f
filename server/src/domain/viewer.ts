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

/** Who asks: loaded once per request or socket, from the session. */
export interface Viewer {
  userId: string
  name: string
  email: string
  sessionId: string
  memberships: readonly Membership[]
}
