import type { Suppression } from '@pupitre/prisma'
import { demandInCollectivite } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { recordIndicateurChange } from './record-indicateur-change.ts'

/**
 * Takes an indicateur out of the corbeille, with its values and links, and ends its line there.
 * @param suppression of kind INDICATEUR, which the viewer may read, locked by the caller
 * @throws ForbiddenError.
 */
export async function restoreIndicateur(
  useCase: UseCase,
  suppression: Pick<Suppression, 'id' | 'collectiviteId' | 'objetId'>,
): Promise<{ indicateurId: string }> {
  const { viewer, tx, record } = useCase
  const { id: suppressionId, collectiviteId, objetId: indicateurId } = suppression
  demandInCollectivite(viewer, 'editIndicateur', { collectiviteId })
  await tx.indicateur.updateMany({
    where: { id: indicateurId, collectiviteId, suppressionId },
    data: { suppressionId: null },
  })
  await tx.suppression.delete({ where: { id: suppressionId, collectiviteId } })
  await recordIndicateurChange(useCase, { indicateurId, fields: [] })
  record.change({ kind: 'corbeille', collectiviteId })
  return { indicateurId }
}
