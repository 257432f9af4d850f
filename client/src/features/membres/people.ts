import type { InvitationFragment, MembreFragment } from '../../gql/graphql.ts'

/** Something with a name to choose. */
export interface Named {
  id: string
  nom: string
}

/** What the page of members is about. */
export interface People {
  collectiviteId: string
  canManage: boolean
  /** Whether the names of people are shown with public plans. */
  nomsPublics: boolean
  services: readonly Named[]
  /** By name. */
  membres: readonly MembreFragment[]
  /** Those without an account, by name. */
  named: readonly Named[]
  invitations: readonly InvitationFragment[]
}
