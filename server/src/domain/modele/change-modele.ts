import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { demandFreeModeleNom, demandModele, lockModeles } from './find-modele.ts'
import { modeleNomSchema } from './modele-rules.ts'

const renameSchema = z.object({ modeleId: z.guid(), nom: modeleNomSchema })

/** Gives a model another name. @throws ValidationError, NotFoundError, ForbiddenError, ConflictError MODELE_EXISTS. */
export async function renameModele(
  useCase: UseCase,
  input: z.input<typeof renameSchema>,
): Promise<{ modeleId: string }> {
  const { tx } = useCase
  const { modeleId, nom } = parseInput(renameSchema, input)
  const { id, collectiviteId } = await demandModele(useCase, 'manageModeles', modeleId)
  await lockModeles(tx, collectiviteId)
  await demandFreeModeleNom(tx, { collectiviteId, nom, id })
  await tx.planModele.update({ where: { id, collectiviteId }, data: { nom, nomNormalise: normaliseNom(nom) } })
  return { modeleId }
}

/** Deletes a model, for good; the plans that were begun with it stay. @throws NotFoundError, ForbiddenError. */
export async function deleteModele(useCase: UseCase, modeleId: string): Promise<{ collectiviteId: string }> {
  const { id, collectiviteId } = await demandModele(useCase, 'manageModeles', modeleId)
  await useCase.tx.planModele.delete({ where: { id, collectiviteId } })
  return { collectiviteId }
}
