import { NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { positionAfter, siblingsOf, SOUS_ACTION_FIELDS } from './siblings.ts'
import { type SousActionMove, sousActionMoveSchema } from './sous-action-rules.ts'

/** Moves a sous-action after another of the same fiche, or first. @throws NotFoundError, ForbiddenError (the parent decides). */
export async function moveSousAction(useCase: UseCase, input: SousActionMove): Promise<{ ficheId: string }> {
  const { tx } = useCase
  const { sousActionId: id, afterId } = parseInput(sousActionMoveSchema, input)
  const { parentId: ficheId } = await demandFiche(useCase, 'editFiche', id)
  if (!ficheId) throw new NotFoundError('FICHE')
  await demandFiche(useCase, 'editFiche', ficheId)
  await lockFiche(tx, ficheId)
  const others = (await siblingsOf(tx, ficheId)).filter((sibling) => sibling.id !== id)
  const position = positionAfter(others, afterId)
  const { count } = await tx.fiche.updateMany({ where: { id, parentId: ficheId }, data: { position } })
  if (count === 0) throw new NotFoundError('FICHE')
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: SOUS_ACTION_FIELDS })
  return { ficheId }
}
