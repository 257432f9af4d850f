import type { Indicateur } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { UseCase } from '../use-case.ts'
import { demandIndicateur } from './find-indicateur.ts'
import { recordIndicateurChange } from './record-indicateur-change.ts'

/**
 * Puts an indicateur into the corbeille; its values and links stay with it, and come back with it.
 * @throws NotFoundError, ForbiddenError.
 */
export async function deleteIndicateur(
  useCase: UseCase,
  { id }: { id: string },
): Promise<{ indicateur: Indicateur; suppressionId: string }> {
  const { viewer, tx, record } = useCase
  const indicateur = await demandIndicateur(useCase, id)
  const { collectiviteId, nom } = indicateur
  const suppression = await tx.suppression.create({
    data: {
      id: uuidv7(),
      collectiviteId,
      kind: 'INDICATEUR',
      objetId: indicateur.id,
      nom,
      deletedById: viewer?.userId ?? null,
    },
  })
  await tx.indicateur.update({
    where: { id: indicateur.id, collectiviteId },
    data: { suppressionId: suppression.id },
  })
  await recordIndicateurChange(useCase, { indicateurId: indicateur.id, fields: [] })
  record.change({ kind: 'corbeille', collectiviteId })
  return { indicateur, suppressionId: suppression.id }
}
