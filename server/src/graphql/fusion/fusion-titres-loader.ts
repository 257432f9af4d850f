import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { readableFiches } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** The titre of the fiche that another was merged into, by the id of that other; null when it was not, or the viewer may not read it. */
export type FusionTitresLoader = DataLoader<string, string | null>

export function fusionTitresLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): FusionTitresLoader {
  return new DataLoader(async (ficheIds) => {
    const fusions = await prisma.fusion.findMany({
      where: { ficheId: { in: [...ficheIds] }, dans: readableFiches(viewer) },
      select: { ficheId: true, dans: { select: { titre: true } } },
    })
    const titres = new Map(fusions.map(({ ficheId, dans }) => [ficheId, dans.titre]))
    return ficheIds.map((id) => titres.get(id) ?? null)
  })
}
