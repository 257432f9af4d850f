import { z } from 'zod'
import { ConflictError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { demandFiche } from './find-fiche.ts'
import { recordMesFiches, recordMesFichesGone } from './record-mes-fiches.ts'

const restrictionSchema = z.object({ ficheId: z.guid(), restreinte: z.boolean() })

/**
 * Restricts a fiche, with its sous-actions, to its pilotes, those whom a grant on it names and the admins, or opens it again to who
 * reads its plans. Whoever has it open is judged again.
 * @throws NotFoundError, ForbiddenError, ConflictError: a sous-action follows its parent; who restricts must still read it.
 */
export async function restrictFiche(useCase: UseCase, input: z.input<typeof restrictionSchema>): Promise<void> {
  const { viewer, tx, record } = useCase
  const { ficheId, restreinte } = parseInput(restrictionSchema, input)
  const fiche = await demandFiche(useCase, 'restrictFiche', ficheId)
  if (fiche.parentId) {
    throw new ConflictError({
      code: 'SOUS_ACTION_FOLLOWS',
      message: 'Une sous-action suit la visibilité de sa fiche : changez celle de la fiche.',
    })
  }
  const { id, collectiviteId } = fiche
  const sousActions = await tx.fiche.findMany({ where: { parentId: id }, select: { id: true } })
  const ids = [id, ...sousActions.map((sousAction) => sousAction.id)]
  // While those who will not see it any more still do.
  if (restreinte) await recordMesFichesGone(useCase, { ficheIds: ids })
  const changed = await tx.fiche.updateMany({
    where: { id, collectiviteId, restreinte: !restreinte },
    data: { restreinte },
  })
  if (changed.count === 0) return
  if ((await tx.fiche.count({ where: { AND: [{ id }, readableFiches(viewer)] } })) === 0) {
    throw new ConflictError({
      code: 'RESTRICTION_EXCLUDES_YOU',
      message: 'Une fois restreinte, vous ne verriez plus cette fiche : ajoutez-vous d’abord à ses pilotes.',
    })
  }

  if (!restreinte) await recordMesFiches(useCase, ids)
  record.rights({ fiches: ids })
  for (const each of ids) record.change({ kind: 'fiche', ficheId: each, fields: ['restreinte'] })
  const placements = await tx.placement.findMany({ where: { ficheId: id }, select: { id: true, planId: true } })
  for (const { id: placementId, planId } of placements) {
    // Gone for those who may not read it any more; told again to the others.
    record.change({
      kind: 'plan',
      planId,
      placementIds: [placementId],
      ...(restreinte && { removedPlacementIds: [placementId] }),
    })
  }
}
