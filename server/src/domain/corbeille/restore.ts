import type { Prisma, SuppressionKind } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { recordMesFiches } from '../fiche/record-mes-fiches.ts'
import { recordIndicateurChange } from '../indicateur/record-indicateur-change.ts'
import { NOTE_FIELDS } from '../note/find-note.ts'
import { parseInput } from '../parse-input.ts'
import { lockPlans } from '../plan/lock-plan.ts'
import { undoFusions } from '../fusion/undo-fusion.ts'
import { SOUS_ACTION_FIELDS } from '../sous-action/siblings.ts'
import { planArchived } from '../rights/demand.ts'
import { ONLY_ARCHIVED } from '../rights/fiche-target.ts'
import type { UseCase } from '../use-case.ts'
import { restoredSchema } from './deletion-rules.ts'
import { hangAxesAgain } from './hang-axes-again.ts'
import { placeFichesAgain } from './place-fiches-again.ts'
import { restorableSuppressions } from './restorable.ts'

/** Where a thing is after it came back: where it was, or, when that is in the corbeille, at its plan's root or hors plan. */
export type RestoredPlace = 'MEME_PLACE' | 'RACINE' | 'HORS_PLAN'

/** What came back. */
export interface Restored {
  kind: SuppressionKind
  objetId: string
  nom: string
  collectiviteId: string
  place: RestoredPlace
  /** Of a fiche that had been merged: the fields of the other which keep something of it, since somebody changed it there. */
  laisses: string[]
}

/**
 * Brings back exactly what acts of deletion took. An axe whose parent is in the corbeille comes back at the root of its plan;
 * a fiche which nothing holds any more, at the root of its plan, or hors plan when the plan is gone. Of a fiche that was merged into
 * another, the merge is undone.
 * @throws ValidationError, NotFoundError (it is not there, or the viewer may not bring it back), ForbiddenError PLAN_ARCHIVED (nothing
 * comes back into an archived plan, nor into a fiche that only such plans hold), ConflictError PLAN_DELETED,
 * FICHE_DELETED when what holds it must be brought back first; those of `undoFusions`.
 */
export async function restore(useCase: UseCase, input: { suppressionIds: readonly string[] }): Promise<Restored[]> {
  const { viewer, tx, record } = useCase
  const { suppressionIds } = parseInput(restoredSchema, input)
  const taken = { suppressionId: { in: suppressionIds } }
  // Of two people who restore the same, one does.
  await tx.$queryRaw`SELECT 1 FROM suppression WHERE id = ANY(${suppressionIds}::uuid[]) ORDER BY id FOR UPDATE`
  const holding = await lockPlans(tx, await plansOf(useCase, suppressionIds))
  const suppressions = await tx.suppression.findMany({
    where: { AND: [{ id: { in: suppressionIds } }, restorableSuppressions(viewer)] },
  })
  if (suppressions.length !== suppressionIds.length) throw new NotFoundError('SUPPRESSION')
  const into = { OR: [taken, { notesSuivi: { some: taken } }] } satisfies Prisma.FicheWhereInput
  const archived = holding.some(({ archivedAt }) => archivedAt !== null)
  if (archived || (await tx.fiche.count({ where: { AND: [into, ONLY_ARCHIVED] } })) > 0) throw planArchived()

  const plans = await tx.plan.findMany({ where: taken, select: { id: true } })
  const axes = await tx.axe.findMany({ where: taken, select: { id: true, planId: true } })
  const fiches = await tx.fiche.findMany({ where: taken, select: { id: true } })
  const notes = await tx.noteSuivi.findMany({ where: taken, select: { ficheId: true } })
  const indicateurs = await tx.indicateur.findMany({ where: taken, select: { id: true } })
  const back = { suppressionId: null }
  await tx.plan.updateMany({ where: taken, data: back })
  await tx.axe.updateMany({ where: taken, data: back })
  await tx.fiche.updateMany({ where: taken, data: back })
  await tx.noteSuivi.updateMany({ where: taken, data: back })
  await tx.indicateur.updateMany({ where: taken, data: back })
  await tx.suppression.deleteMany({ where: { id: { in: suppressionIds } } })

  const ficheIds = fiches.map(({ id }) => id)
  const left = await undoFusions(useCase, ficheIds)
  await demandHeld(useCase, { planIds: axes.map(({ planId }) => planId), ficheIds })
  const axesAtRoot = await hangAxesAgain(
    tx,
    axes.map(({ id }) => id),
  )
  const { atRoot, outside } = await placeFichesAgain(tx, ficheIds)
  const placeOf = (id: string): RestoredPlace => {
    if (outside.includes(id)) return 'HORS_PLAN'
    return axesAtRoot.includes(id) || atRoot.includes(id) ? 'RACINE' : 'MEME_PLACE'
  }

  for (const [planId, restored] of Map.groupBy(axes, (axe) => axe.planId))
    record.change({ kind: 'plan', planId, axeIds: restored.map(({ id }) => id) })
  await recordPlaces(useCase, { ficheIds, axeIds: axes.map(({ id }) => id) })
  await recordMesFiches(useCase, ficheIds)
  for (const { id } of plans) record.change({ kind: 'plan', planId: id, fields: [] })
  if (notes.length > 0)
    await recordFicheChange(useCase, { ficheIds: notes.map(({ ficheId }) => ficheId), fields: NOTE_FIELDS })
  for (const { id } of indicateurs) await recordIndicateurChange(useCase, { indicateurId: id, fields: [] })
  for (const collectiviteId of new Set(suppressions.map((suppression) => suppression.collectiviteId)))
    record.change({ kind: 'corbeille', collectiviteId })
  return suppressions.map(({ kind, objetId, nom, collectiviteId }) => ({
    kind,
    objetId,
    nom,
    collectiviteId,
    place: placeOf(objetId),
    laisses: left.get(objetId) ?? [],
  }))
}

/** The plans whose structure comes back. */
async function plansOf({ tx }: UseCase, suppressionIds: readonly string[]): Promise<string[]> {
  const taken = { suppressionId: { in: [...suppressionIds] } }
  const axes = await tx.axe.findMany({ where: taken, distinct: ['planId'], select: { planId: true } })
  const places = await tx.placement.findMany({
    where: { fiche: taken },
    distinct: ['planId'],
    select: { planId: true },
  })
  const plans = await tx.plan.findMany({ where: taken, select: { id: true } })
  return [...[...axes, ...places].map(({ planId }) => planId), ...plans.map(({ id }) => id)]
}

async function demandHeld(
  { tx }: UseCase,
  { planIds, ficheIds }: { planIds: readonly string[]; ficheIds: readonly string[] },
): Promise<void> {
  if ((await tx.plan.count({ where: { id: { in: [...planIds] }, suppressionId: { not: null } } })) > 0) {
    throw new ConflictError({
      code: 'PLAN_DELETED',
      message: 'Le plan de cet axe est dans la corbeille : restaurez-le d’abord.',
    })
  }
  const orphans = { id: { in: [...ficheIds] }, parent: { suppressionId: { not: null } } }
  if ((await tx.fiche.count({ where: orphans })) > 0) {
    throw new ConflictError({
      code: 'FICHE_DELETED',
      message: 'La fiche de cette sous-action est dans la corbeille : restaurez-la d’abord.',
    })
  }
}

/** Tells of the places that hold something again: those of the fiches that came back, and of others in the axes that did. */
async function recordPlaces(
  { tx, record }: UseCase,
  { ficheIds, axeIds }: { ficheIds: readonly string[]; axeIds: readonly string[] },
): Promise<void> {
  const places = await tx.placement.findMany({
    where: { OR: [{ ficheId: { in: [...ficheIds] } }, { axeId: { in: [...axeIds] } }] },
    select: { id: true, planId: true, ficheId: true },
  })
  for (const [planId, placed] of Map.groupBy(places, (place) => place.planId)) {
    record.change({ kind: 'plan', planId, fields: ['fichesCount'], placementIds: placed.map(({ id }) => id) })
  }
  for (const ficheId of new Set([...ficheIds, ...places.map((place) => place.ficheId)]))
    record.change({ kind: 'fiche', ficheId, fields: ['placements'] })
  const sousActions = await tx.fiche.findMany({
    where: { id: { in: [...ficheIds] }, parentId: { not: null } },
    select: { parentId: true },
  })
  for (const ficheId of new Set(sousActions.flatMap(({ parentId }) => parentId ?? [])))
    record.change({ kind: 'fiche', ficheId, fields: SOUS_ACTION_FIELDS })
}
