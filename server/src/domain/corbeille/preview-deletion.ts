import type { Prisma } from '@pupitre/prisma'
import { PlanAxes } from '../axe/plan-axes.ts'
import { readableAxes, readableFiches, readablePlans } from '../rights/readable.ts'
import type { Viewer } from '../viewer.ts'
import { heldFiches } from './fiches-only-there.ts'

/** What a deletion would take. */
export interface DeletionPreview {
  axes: number
  fiches: number
  sousActions: number
  /** Fiches that stay, since they are placed elsewhere too. */
  kept: number
}

/**
 * Counts what deleting these would take from what the viewer reads: a plan, or axes and fiches together. A fiche that only a
 * plan which they may not read holds too is gone to them: that plan is not even counted.
 */
export async function previewDeletion(
  { prisma, viewer }: { prisma: Prisma.TransactionClient; viewer: Viewer | null },
  { planIds, axeIds, ficheIds }: { planIds: readonly string[]; axeIds: readonly string[]; ficheIds: readonly string[] },
): Promise<DeletionPreview> {
  const gone = new Set<string>()
  const kept = new Set<string>()
  const sort = (fiches: Awaited<ReturnType<typeof heldFiches>>) => {
    for (const { id, isElsewhere } of fiches) (isElsewhere ? kept : gone).add(id)
  }
  let axes = 0
  const plans = await prisma.plan.findMany({ where: { AND: [{ id: { in: [...planIds] } }, readablePlans(viewer)] } })
  for (const { id } of plans) {
    axes += await prisma.axe.count({ where: { planId: id, suppressionId: null } })
    sort(await heldFiches({ tx: prisma, viewer }, { planId: id, axeIds: 'all', seen: true }))
  }
  const chosen = await prisma.axe.findMany({ where: { AND: [{ id: { in: [...axeIds] } }, readableAxes(viewer)] } })
  for (const [planId, tops] of Map.groupBy(chosen, (axe) => axe.planId)) {
    const tree = await PlanAxes.load(prisma, planId)
    const taken = new Set(tops.flatMap(({ id }) => tree.subTree(id)))
    axes += taken.size
    sort(await heldFiches({ tx: prisma, viewer }, { planId, axeIds: taken, seen: true }))
  }
  const fiches = await prisma.fiche.findMany({
    where: { AND: [{ id: { in: [...ficheIds] } }, readableFiches(viewer)] },
    select: { id: true },
  })
  for (const { id } of fiches) gone.add(id)
  const sousActions = await prisma.fiche.count({
    where: { AND: [{ parentId: { in: [...gone] } }, readableFiches(viewer)] },
  })
  return { axes, fiches: gone.size, sousActions, kept: [...kept].filter((id) => !gone.has(id)).length }
}
