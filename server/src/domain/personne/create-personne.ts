import { v7 as uuidv7 } from 'uuid'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { personneNomSchema } from './personne-rules.ts'

/**
 * Adds a person without an account; one of that name who is there already is answered.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError.
 */
export async function createPersonne(
  useCase: UseCase,
  { collectiviteId, nom: given }: { collectiviteId: string; nom: string },
): Promise<{ personneId: string }> {
  const { viewer, tx } = useCase
  const nom = parseInput(personneNomSchema, given)
  await findCollectivite(useCase, collectiviteId)
  demandInCollectivite(viewer, 'createPersonne', { collectiviteId })
  const nomNormalise = normaliseNom(nom)
  await tx.personne.createMany({ data: [{ id: uuidv7(), collectiviteId, nom, nomNormalise }], skipDuplicates: true })
  const { id } = await tx.personne.findFirstOrThrow({ where: { collectiviteId, nomNormalise, membreId: null } })
  return { personneId: id }
}
