import type { Prisma } from '@pupitre/prisma'

/** What names a service. */
export interface ServiceUsage {
  membres: number
  /** Those of the corbeille too: they come back with their services. */
  fiches: number
  /** Accesses to plans and fiches, of any collectivité. */
  octrois: number
  /** Invitations that nobody answered yet. */
  invitations: number
}

/** Reads a service's usage with it, as `_count`. */
export const usageSelect = {
  _count: {
    select: {
      membres: true,
      fiches: true,
      octrois: true,
      invitations: { where: { invitation: { acceptedAt: null } } },
    },
  },
} as const satisfies Prisma.ServiceSelect

/** Says what names a service, what does not left out. */
export function usageWords({ membres, fiches, octrois, invitations }: ServiceUsage): string {
  const words = [
    membres > 0 && `${membres} ${membres > 1 ? 'membres' : 'membre'}`,
    fiches > 0 && `${fiches} ${fiches > 1 ? 'fiches' : 'fiche'} (corbeille comprise)`,
    octrois > 0 && `${octrois} ${octrois > 1 ? 'accès donnés' : 'accès donné'}`,
    invitations > 0 && `${invitations} ${invitations > 1 ? 'invitations' : 'invitation'} en attente`,
  ]
  return words.filter((word) => word !== false).join(', ')
}
