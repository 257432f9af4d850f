import type { PrismaClient } from '@pupitre/prisma'
import type { PersonViewer } from '../domain/viewer.ts'

/** Every collectivité that a person belongs to, with their role and services there. */
export async function loadMemberships(prisma: PrismaClient, userId: string): Promise<PersonViewer['memberships']> {
  const membres = await prisma.membre.findMany({
    where: { userId },
    select: { id: true, collectiviteId: true, role: true, services: { select: { serviceId: true } } },
  })
  return membres.map(({ id, services, ...membre }) => ({
    membreId: id,
    ...membre,
    serviceIds: services.map(({ serviceId }) => serviceId),
  }))
}
