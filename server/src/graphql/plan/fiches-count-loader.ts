import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { readablePlacements } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

export type CountLoader = DataLoader<string, number>

/** Counts the fiches of plans that the viewer may read, each once even when it has several places in the plan. */
export function fichesCountLoader({ prisma, viewer }: { prisma: PrismaClient; viewer: Viewer | null }): CountLoader {
  return new DataLoader(async (planIds) => {
    const places = await prisma.placement.groupBy({
      by: ['planId', 'ficheId'],
      where: { AND: [{ planId: { in: [...planIds] } }, readablePlacements(viewer)] },
    })
    const counts = new Map<string, number>()
    for (const { planId } of places) counts.set(planId, (counts.get(planId) ?? 0) + 1)
    return planIds.map((planId) => counts.get(planId) ?? 0)
  })
}
