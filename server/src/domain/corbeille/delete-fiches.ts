import { NotFoundError } from '../errors.ts'
import { lockFiches } from '../fiche/lock-fiche.ts'
import { parseInput } from '../parse-input.ts'
import { demandOnFiche } from '../rights/demand.ts'
import { ficheTarget, ficheTargetSelect } from '../rights/fiche-target.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { deletedFichesSchema } from './deletion-rules.ts'
import { recordFichesGone } from './record-fiches-gone.ts'
import { createSuppressions, takeFiches } from './suppressions.ts'

/**
 * Puts fiches into the corbeille, out of every place that they have; their sous-actions follow them. Answers one id per line
 * of the corbeille.
 * @throws ValidationError, NotFoundError, ForbiddenError (nothing is deleted when one of them may not be).
 */
export async function deleteFiches(useCase: UseCase, input: { ficheIds: readonly string[] }): Promise<string[]> {
  const { viewer, tx } = useCase
  const { ficheIds } = parseInput(deletedFichesSchema, input)
  const fiches = await tx.fiche.findMany({
    where: { AND: [{ id: { in: ficheIds } }, readableFiches(viewer)] },
    select: { id: true, titre: true, parentId: true, ...ficheTargetSelect(viewer) },
  })
  if (fiches.length !== ficheIds.length) throw new NotFoundError('FICHE')
  for (const fiche of fiches) demandOnFiche(viewer, 'deleteFiche', ficheTarget(fiche))
  await lockFiches(tx, ficheIds)

  // A sous-action whose fiche goes too follows it.
  const deleted = fiches.filter(({ parentId }) => parentId === null || !ficheIds.includes(parentId))
  const suppressionIds = await createSuppressions(
    useCase,
    deleted.map(({ id, titre, collectiviteId }) => ({ kind: 'FICHE', objetId: id, nom: titre, collectiviteId })),
  )
  await recordFichesGone(
    useCase,
    deleted.map(({ id }) => id),
  )
  await takeFiches(tx, new Map(deleted.map(({ id }, at) => [id, suppressionIds[at] ?? ''])))
  return suppressionIds
}
