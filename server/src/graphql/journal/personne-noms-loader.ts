import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { readablePersonnes } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

export type PersonneNomsLoader = DataLoader<string, string | null>

/** The present names of personnes that the viewer may read; null for the others, and for those who are gone. */
export function personneNomsLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): PersonneNomsLoader {
  return new DataLoader(async (ids) => {
    const rows = await prisma.personne.findMany({
      where: { id: { in: [...ids] }, AND: [readablePersonnes(viewer)] },
      select: { id: true, nom: true },
    })
    const noms = new Map(rows.map(({ id, nom }) => [id, nom]))
    return ids.map((id) => noms.get(id) ?? null)
  })
}
