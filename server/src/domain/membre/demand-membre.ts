import type { Membre } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableMembres } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { lockMembres } from './lock-membres.ts'

/**
 * The member that an admin's act is about, as stored once no other change of members is on its way.
 * @throws NotFoundError when they do not exist or the viewer may not read them, ForbiddenError.
 */
export async function demandMembre({ viewer, tx }: UseCase, id: string): Promise<Membre> {
  const where = { AND: [{ id }, readableMembres(viewer)] }
  const found = await tx.membre.findFirst({ where })
  if (!found) throw new NotFoundError('MEMBRE')
  demandInCollectivite(viewer, 'manageMembres', found)
  await lockMembres(tx, found.collectiviteId)
  const membre = await tx.membre.findFirst({ where })
  if (!membre) throw new NotFoundError('MEMBRE')
  return membre
}
