import { ConflictError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'
import { holdLabels } from './find-label.ts'
import { fichesBearing } from './label-bearers.ts'

/**
 * Deletes a label that no fiche bears, for good. One that some do, in the corbeille or out of the viewer's sight too, is merged
 * into another: which it is, is not told.
 * @throws NotFoundError, ForbiddenError, ConflictError LABEL_USED
 */
export async function deleteLabel(useCase: UseCase, labelId: string): Promise<{ collectiviteId: string }> {
  const { tx } = useCase
  const [{ collectiviteId, nom }] = await holdLabels(useCase, [labelId])
  if ((await fichesBearing(tx, [labelId])).length > 0) {
    throw new ConflictError({
      code: 'LABEL_USED',
      message: `« ${nom} » sert encore, sur une fiche ou dans la corbeille : fusionnez-le avec un autre libellé, qui le remplace.`,
    })
  }
  await tx.label.delete({ where: { id: labelId, collectiviteId } })
  return { collectiviteId }
}
