import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { ficheTarget, ficheTargetSelect } from '../../domain/rights/fiche-target.ts'
import type { FicheTarget } from '../../domain/rights/may.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** What the rights policy judges of fiches, by id; null for one that the viewer may not read. */
export type FicheTargetLoader = DataLoader<string, FicheTarget | null>

export function ficheTargetLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): FicheTargetLoader {
  return new DataLoader(async (ids) => {
    const fiches = await prisma.fiche.findMany({
      where: { AND: [{ id: { in: [...ids] } }, readableFiches(viewer)] },
      select: { id: true, ...ficheTargetSelect(viewer) },
    })
    const targets = new Map(fiches.map((fiche) => [fiche.id, ficheTarget(fiche)]))
    return ids.map((id) => targets.get(id) ?? null)
  })
}
