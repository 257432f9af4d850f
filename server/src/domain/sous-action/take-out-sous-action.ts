import { v7 as uuidv7 } from 'uuid'
import { NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { lockPlans } from '../plan/lock-plan.ts'
import { positionBetween } from '../position.ts'
import { planArchived } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { SOUS_ACTION_FIELDS } from './siblings.ts'

/**
 * Makes a sous-action a fiche again, placed right after its parent wherever that one is, so that the same people read it: with
 * the parent's restriction and, if it is restricted, its pilotes.
 * @throws NotFoundError (it is no sous-action), ForbiddenError.
 */
export async function takeOutSousAction(useCase: UseCase, id: string): Promise<{ ficheId: string; parentId: string }> {
  const { tx, record } = useCase
  const { parentId, collectiviteId } = await demandFiche(useCase, 'moveFiche', id)
  if (!parentId) throw new NotFoundError('FICHE')
  await demandFiche(useCase, 'moveFiche', parentId)
  const ofPlans = await tx.placement.findMany({ where: { ficheId: parentId }, select: { planId: true } })
  const holding = await lockPlans(
    tx,
    ofPlans.map((place) => place.planId),
  )
  if (holding.some(({ archivedAt }) => archivedAt !== null)) throw planArchived()
  await lockFiche(tx, parentId)

  const parent = await tx.fiche.findUniqueOrThrow({
    where: { id: parentId },
    select: { restreinte: true, placements: true, pilotes: { select: { personneId: true } }, octrois: true },
  })
  const { restreinte } = parent
  const { count } = await tx.fiche.updateMany({
    where: { id, parentId },
    data: { parentId: null, position: null, restreinte },
  })
  if (count === 0) throw new NotFoundError('FICHE')
  const neighbours = await tx.placement.findMany({
    where: { OR: parent.placements.map(({ planId, axeId }) => ({ planId, axeId })) },
    select: { planId: true, axeId: true, position: true },
    orderBy: { position: 'asc' },
  })
  await tx.placement.createMany({
    data: parent.placements.map(({ planId, axeId, position }) => {
      const next = neighbours.find((each) => each.planId === planId && each.axeId === axeId && each.position > position)
      return {
        id: uuidv7(),
        ficheId: id,
        planId,
        axeId,
        collectiviteId,
        position: positionBetween(position, next?.position ?? null),
      }
    }),
  })
  if (restreinte) {
    await tx.fichePilote.createMany({
      data: parent.pilotes.map(({ personneId }) => ({ ficheId: id, personneId, collectiviteId })),
      skipDuplicates: true,
    })
  }
  // Whom a grant on its parent named could read it, and still can.
  await tx.octroi.createMany({ data: parent.octrois.map((octroi) => ({ ...octroi, id: uuidv7(), ficheId: id })) })
  record.rights({ fiches: [id] })
  await recordFicheChange(useCase, { ficheIds: [id], fields: ['parent', 'placements'] })
  record.change({ kind: 'fiche', ficheId: parentId, fields: SOUS_ACTION_FIELDS })
  return { ficheId: id, parentId }
}
