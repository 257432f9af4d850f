import type { ServiceRowFragment } from '../../../gql/graphql.ts'
import { counted } from '../../../lib/text/french.ts'

type Usage = NonNullable<ServiceRowFragment['usage']>

/** What names a service, and would follow it into another; what does not is left out. Empty when nothing does. */
export function usageWords({ membresCount, fichesCount, octroisCount, invitationsCount }: Usage): string[] {
  return [
    membresCount > 0 && counted(membresCount, 'membre', 'membres'),
    fichesCount > 0 && counted(fichesCount, 'fiche', 'fiches'),
    octroisCount > 0 && counted(octroisCount, 'accès donné', 'accès donnés'),
    invitationsCount > 0 && counted(invitationsCount, 'invitation en attente', 'invitations en attente'),
  ].filter((word) => word !== false)
}
