import type { Role } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { type Act, LEAST_ROLE, LEAST_ROLE_IN_SERVICE, ROLES } from './acts.ts'

/** What an act is about, as stored: never as sent by who asks. */
export interface Target {
  collectiviteId: string
  /** The services that pilot it, for a fiche. */
  serviceIds?: readonly string[]
}

/**
 * The rights policy: whether a viewer may do an act on something. Pure; every path asks it.
 * Which rows a viewer may read at all is said by `readable.ts`, in the query.
 */
export function may(viewer: Viewer | null, act: Act, target: Target): boolean {
  const membership = viewer?.memberships.find(({ collectiviteId }) => collectiviteId === target.collectiviteId)
  if (!membership) return false
  if (reaches(membership.role, LEAST_ROLE[act])) return true

  const leastInService = LEAST_ROLE_IN_SERVICE[act]
  if (!leastInService || !reaches(membership.role, leastInService)) return false
  return target.serviceIds?.some((id) => membership.serviceIds.includes(id)) ?? false
}

function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}
