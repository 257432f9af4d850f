import type { PrismaClient } from '@pupitre/prisma'
import { createUser } from '../auth/users.ts'
import { addMembres } from '../domain/membre/add-membres.ts'
import type { ChosenCollectivite } from './choose-collectivite.ts'

export interface SetUpCollectivite {
  userId: string
  collectivite: 'created' | 'found'
  admin: 'created' | 'found'
}

/**
 * Makes a collectivité and its admin, or whichever of the two is missing: typed again, the command mends what was lost.
 * Someone who already has another role there becomes an admin.
 */
export async function setUpCollectivite({
  prisma,
  collectivite,
  admin,
}: {
  prisma: PrismaClient
  collectivite: ChosenCollectivite
  admin: { email: string; name: string }
}): Promise<SetUpCollectivite> {
  const email = admin.email.toLowerCase()
  return prisma.$transaction(async (tx) => {
    const found = await tx.collectivite.findUnique({ where: { siren: collectivite.siren } })
    const { id: collectiviteId } = found ?? (await tx.collectivite.create({ data: collectivite }))
    const known = await tx.user.findUnique({ where: { email } })
    const { id: userId } = known ?? (await createUser({ tx, name: admin.name, email }))
    const membre = await tx.membre.updateMany({ where: { userId, collectiviteId }, data: { role: 'ADMIN' } })
    if (membre.count === 0) {
      const nom = known?.name ?? admin.name
      await addMembres(tx, [{ userId, nom, collectiviteId, role: 'ADMIN', serviceIds: [] }])
    }
    return { userId, collectivite: found ? 'found' : 'created', admin: known ? 'found' : 'created' }
  })
}
