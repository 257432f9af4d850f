import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { planTargetSelect } from '../../domain/rights/granted.ts'
import type { PlanTarget } from '../../domain/rights/may.ts'
import { readablePlans } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** What the rights policy judges of plans, by id; null for one that the viewer may not read. */
export type PlanTargetLoader = DataLoader<string, PlanTarget | null>

export function planTargetLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): PlanTargetLoader {
  return new DataLoader(async (ids) => {
    const plans = await prisma.plan.findMany({
      where: { AND: [{ id: { in: [...ids] } }, readablePlans(viewer)] },
      select: { id: true, ...planTargetSelect(viewer) },
    })
    const targets = new Map(plans.map((plan) => [plan.id, plan]))
    return ids.map((id) => targets.get(id) ?? null)
  })
}
