import type { PrismaClient, Role } from '@pupitre/prisma'
import { readablePlans } from '../rights/readable.ts'
import { membreIn, readerIdOf, type Viewer } from '../viewer.ts'

/** What a member does first, by their role. A lecteur has nothing to set up. */
const PAS_BY_ROLE = {
  ADMIN: ['IDENTITE', 'PREMIER_PLAN', 'COLLEGUES'],
  EDITEUR: ['IDENTITE', 'PREMIER_PLAN', 'PREMIERE_FICHE'],
  CONTRIBUTEUR: ['IDENTITE', 'PREMIERE_FICHE', 'PREMIERE_NOTE'],
  LECTEUR: [],
} as const satisfies Record<Role, readonly string[]>

type PremierPasCode = (typeof PAS_BY_ROLE)[Role][number]

export interface PremierPas {
  code: PremierPasCode
  /** As the data says now. */
  fait: boolean
}

interface Looked {
  prisma: PrismaClient
  viewer: Viewer
  userId: string
  membreId: string
  collectiviteId: string
}

/** The first steps of the viewer in a collectivité, in their order; none once they put them away, and where they are no member. */
export async function premiersPas({
  prisma,
  viewer,
  collectiviteId,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
  collectiviteId: string
}): Promise<PremierPas[]> {
  const membership = membreIn(viewer, collectiviteId)
  const userId = readerIdOf(viewer)
  if (!viewer || !membership || userId === null) return []
  const { membreId, role } = membership
  const kept = await prisma.membrePupitre.findUnique({ where: { membreId } })
  if (kept?.premiersPasFermesAt) return []
  const looked = { prisma, viewer, userId, membreId, collectiviteId }
  return Promise.all(PAS_BY_ROLE[role].map(async (code) => ({ code, fait: await IS_DONE[code](looked) })))
}

const IS_DONE: Record<PremierPasCode, (looked: Looked) => Promise<boolean>> = {
  IDENTITE: async ({ prisma, membreId, collectiviteId }) => {
    const membre = await prisma.membre.findFirst({
      where: { id: membreId },
      select: { role: true, user: { select: { name: true } }, services: { select: { serviceId: true }, take: 1 } },
    })
    if (!membre || !isWholeNom(membre.user.name)) return false
    // The admins alone say who is of a service.
    if (membre.role !== 'ADMIN' || membre.services.length > 0) return true
    return (await prisma.service.findFirst({ where: { collectiviteId }, select: { id: true } })) === null
  },
  PREMIER_PLAN: async ({ prisma, viewer, collectiviteId }) =>
    (await prisma.plan.findFirst({
      where: { collectiviteId, AND: [readablePlans(viewer)] },
      select: { id: true },
    })) !== null,
  COLLEGUES: async ({ prisma, collectiviteId, membreId }) => {
    const other = await prisma.membre.findFirst({
      where: { collectiviteId, id: { not: membreId } },
      select: { id: true },
    })
    const invited = await prisma.invitation.findFirst({ where: { collectiviteId }, select: { id: true } })
    return other !== null || invited !== null
  },
  PREMIERE_FICHE: async ({ prisma, userId, collectiviteId }) =>
    (await prisma.journalEntry.findFirst({
      where: { userId, collectiviteId, ficheId: { not: null } },
      select: { rang: true },
    })) !== null,
  PREMIERE_NOTE: async ({ prisma, userId, collectiviteId }) =>
    (await prisma.journalEntry.findFirst({
      where: { userId, collectiviteId, relation: 'note_suivi' },
      select: { rang: true },
    })) !== null,
}

/** A first name and a name: what an address begins with is neither. */
function isWholeNom(nom: string): boolean {
  return !nom.includes('@') && nom.trim().split(/\s+/).length > 1
}
