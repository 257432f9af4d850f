import { ConflictError, NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readablePersonnes } from '../rights/readable.ts'
import { lockMembres } from '../membre/lock-membres.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { personneNomSchema } from './personne-rules.ts'

/**
 * Corrects the name of a person without an account.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError MEMBRE_NAMES_THEMSELVES or PERSONNE_EXISTS.
 */
export async function renamePersonne(
  { viewer, tx }: UseCase,
  { personneId, nom: given }: { personneId: string; nom: string },
): Promise<{ personneId: string }> {
  const nom = parseInput(personneNomSchema, given)
  const found = await tx.personne.findFirst({ where: { AND: [{ id: personneId }, readablePersonnes(viewer)] } })
  if (!found) throw new NotFoundError('PERSONNE')
  const { collectiviteId } = found
  demandInCollectivite(viewer, 'manageMembres', { collectiviteId })
  if (found.membreId) {
    throw new ConflictError({ code: 'MEMBRE_NAMES_THEMSELVES', message: 'Un membre choisit son nom lui-même.' })
  }
  await lockMembres(tx, collectiviteId)
  const nomNormalise = normaliseNom(nom)
  const homonym = await tx.personne.findFirst({
    where: { collectiviteId, membreId: null, nomNormalise, id: { not: personneId } },
  })
  if (homonym) {
    throw new ConflictError({
      code: 'PERSONNE_EXISTS',
      message: `« ${homonym.nom} » est déjà le nom d’une autre personne.`,
    })
  }
  await tx.personne.update({ where: { id: personneId, collectiviteId }, data: { nom, nomNormalise } })
  return { personneId }
}
