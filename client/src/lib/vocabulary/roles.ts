import type { Role } from '../../gql/graphql.ts'
import { fr } from '../text/french.ts'

/** What the page calls each role, from the least to the most. */
export const ROLE_LABELS: Record<Role, string> = {
  LECTEUR: 'Lecteur',
  CONTRIBUTEUR: 'Contributeur',
  EDITEUR: 'Éditeur',
  ADMIN: 'Admin',
}

export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  LECTEUR: 'Lit tout ce qui n’est pas restreint.',
  CONTRIBUTEUR: fr`Écrit aussi dans ses fiches et dans celles de ses services.`,
  EDITEUR: 'Écrit partout, crée les plans, les axes et les fiches.',
  ADMIN: 'Gère aussi les membres, les services et ce qui est restreint.',
}

export const ROLES: readonly Role[] = ['LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN']

/** Reads a role chosen in a form. */
export function isRole(value: string): value is Role {
  return value in ROLE_LABELS
}

/** A role of a server newer than this page is told as it is spelled there. */
export function roleLabel(role: string): string {
  return isRole(role) ? ROLE_LABELS[role] : role
}
