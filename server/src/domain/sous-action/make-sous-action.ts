import { z } from 'zod'
import { ConflictError, ForbiddenError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiches } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { LIVE_PLACE } from '../placement/access-by-places.ts'
import { planArchived } from '../rights/demand.ts'
import { planTargetSelect } from '../rights/granted.ts'
import { mayInPlan } from '../rights/may.ts'
import { readablePlacements } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { oneLevel } from './create-sous-action.ts'
import { lastPosition, siblingsOf, SOUS_ACTION_FIELDS } from './siblings.ts'

const makeSousActionSchema = z.object({ ficheId: z.guid(), parentId: z.guid() })

/**
 * Makes a fiche the last sous-action of another of its collectivité: it leaves its places, those of
 * the corbeille too, and follows the rights of the other.
 * @throws NotFoundError, ForbiddenError (it has a place that the viewer may not change), ConflictError: one level, another
 * collectivité, or a restriction which would be lost.
 */
export async function makeSousAction(
  useCase: UseCase,
  input: z.input<typeof makeSousActionSchema>,
): Promise<{ ficheId: string; sousActionId: string }> {
  const { viewer, tx, record } = useCase
  const { ficheId: id, parentId } = parseInput(makeSousActionSchema, input)
  const fiche = await demandFiche(useCase, 'moveFiche', id)
  const parent = await demandFiche(useCase, 'moveFiche', parentId)
  if (fiche.collectiviteId !== parent.collectiviteId) {
    throw new ConflictError({
      code: 'SOUS_ACTION_ELSEWHERE',
      message: 'Ces deux fiches ne sont pas de la même collectivité.',
    })
  }
  if (id === parentId) throw oneLevel('Une fiche n’est pas sa propre sous-action.')
  // FOR UPDATE, so that a place which a colleague gives it at the same moment waits too: its foreign key locks the row.
  await tx.$queryRaw`SELECT 1 FROM fiche WHERE id IN (${id}::uuid, ${parentId}::uuid) ORDER BY id FOR UPDATE`
  // Whichever went into the corbeille meanwhile is not found any more.
  await lockFiches(tx, [id, parentId])
  const stored = await tx.fiche.findUniqueOrThrow({
    where: { id },
    select: {
      restreinte: true,
      parentId: true,
      _count: { select: { sousActions: true } },
      placements: { select: { id: true, planId: true } },
    },
  })
  const { parentId: grandParentId } = await tx.fiche.findUniqueOrThrow({ where: { id: parentId } })
  if (stored.parentId === parentId) return { ficheId: parentId, sousActionId: id }
  if (stored.parentId) throw oneLevel('Cette fiche est déjà une sous-action : sortez-la d’abord de sa fiche.')
  if (grandParentId) throw oneLevel('Une sous-action n’a pas de sous-actions : choisissez une fiche.')
  if (stored._count.sousActions > 0) throw oneLevel('Cette fiche a des sous-actions : elle ne peut pas en être une.')
  if (stored.restreinte) {
    throw new ConflictError({
      code: 'SOUS_ACTION_RESTREINTE',
      message: 'Cette fiche est restreinte, et une sous-action suit sa fiche : levez d’abord la restriction.',
    })
  }
  const readable = await tx.placement.findMany({
    where: { AND: [{ ficheId: id }, readablePlacements(viewer)] },
    select: { plan: { select: planTargetSelect(viewer) } },
  })
  if (readable.some(({ plan }) => plan.archivedAt !== null)) throw planArchived()
  // As when a fiche leaves its last place, those that only the corbeille holds go too: they ask for no right.
  const live = await tx.placement.count({ where: { ficheId: id, ...LIVE_PLACE } })
  if (readable.length !== live || !readable.every(({ plan }) => mayInPlan(viewer, 'createFiche', plan))) {
    throw new ForbiddenError({
      code: 'MOVE_FICHE_FORBIDDEN',
      message: 'Cette fiche a une place que vous ne pouvez pas lui retirer.',
    })
  }

  const position = lastPosition(await siblingsOf(tx, parentId))
  await tx.placement.deleteMany({ where: { ficheId: id } })
  // From now on it has its parent's: what was granted on it would come back unseen the day it is a fiche again.
  await tx.octroi.deleteMany({ where: { ficheId: id } })
  await tx.fiche.update({ where: { id, collectiviteId: fiche.collectiviteId }, data: { parentId, position } })
  for (const { id: placementId, planId } of stored.placements) {
    record.change({ kind: 'plan', planId, removedPlacementIds: [placementId] })
  }
  record.rights({ fiches: [id] })
  record.change({ kind: 'fiche', ficheId: id, fields: ['parent', 'placements'] })
  await recordFicheChange(useCase, { ficheIds: [parentId], fields: SOUS_ACTION_FIELDS })
  return { ficheId: parentId, sousActionId: id }
}
