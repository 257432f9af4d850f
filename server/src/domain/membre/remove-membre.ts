import { mergePersonnes } from '../personne/merge-personnes.ts'
import type { UseCase } from '../use-case.ts'
import { demandMembre } from './demand-membre.ts'
import { demandAnotherAdmin } from './lock-membres.ts'

/**
 * Takes a member out of the collectivité. Fiches and plans go on naming them, as a person without an account: the one of
 * that name who is there already, if there is one.
 * @throws NotFoundError, ForbiddenError, ConflictError LAST_ADMIN.
 */
export async function removeMembre(useCase: UseCase, id: string): Promise<{ collectiviteId: string }> {
  const { tx, record } = useCase
  const { collectiviteId, userId, role } = await demandMembre(useCase, id)
  if (role === 'ADMIN') await demandAnotherAdmin(tx, { collectiviteId, membreId: id })
  const own = await tx.personne.findFirstOrThrow({ where: { membreId: id, collectiviteId } })
  const homonym = await tx.personne.findFirst({
    where: { collectiviteId, membreId: null, nomNormalise: own.nomNormalise },
  })
  if (homonym) await mergePersonnes(useCase, { collectiviteId, intoId: homonym.id, fromIds: [own.id] })
  else await tx.personne.update({ where: { id: own.id, collectiviteId }, data: { membreId: null } })
  await tx.membre.delete({ where: { id, collectiviteId } })
  record.rights({ userIds: [userId] })
  return { collectiviteId }
}
