import type { Indicateur } from '@pupitre/prisma'
import { createSuppressions } from '../corbeille/suppressions.ts'
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
  const indicateur = await demandIndicateur(useCase, id)
  const { collectiviteId, nom } = indicateur
  const [suppressionId] = await createSuppressions(useCase, [
    { kind: 'INDICATEUR', objetId: indicateur.id, nom, collectiviteId },
  ])
  if (suppressionId === undefined) throw new Error('one act of deletion makes one line of the corbeille')
  await useCase.tx.indicateur.update({ where: { id: indicateur.id, collectiviteId }, data: { suppressionId } })
  await recordIndicateurChange(useCase, { indicateurId: indicateur.id, fields: [] })
  return { indicateur, suppressionId }
}
