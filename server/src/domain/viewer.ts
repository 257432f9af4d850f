import type { Role } from '@pupitre/prisma'

/** A signed-in person's place in one collectivité. */
export interface Membership {
  membreId: string
  collectiviteId: string
  role: Role
  serviceIds: readonly string[]
}

/** Who asks: loaded once per request or socket, from the session. */
export interface Viewer {
  userId: string
  name: string
  email: string
  sessionId: string
  memberships: readonly Membership[]
}
