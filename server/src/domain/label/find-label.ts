import type { Label } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableLabels } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'

/**
 * Labels of one collectivité to be renamed or merged, held until the end of the transaction: who is putting one of them on a
 * fiche is waited for, and who comes after finds what was done.
 * @throws NotFoundError when one of them is not there, ForbiddenError
 */
export async function holdLabels({ viewer, tx }: UseCase, labelIds: readonly string[]): Promise<[Label, ...Label[]]> {
  const ids = [...new Set(labelIds)]
  await tx.$queryRaw`SELECT 1 FROM label WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const labels = await tx.label.findMany({ where: { id: { in: ids }, AND: [readableLabels(viewer)] } })
  const [first, ...others] = labels
  if (!first || labels.length < ids.length) throw new NotFoundError('LABEL')
  for (const { collectiviteId } of labels) demandInCollectivite(viewer, 'manageLabels', { collectiviteId })
  return [first, ...others]
}
