import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { readableApiKeys } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

export type ApiKeyNomsLoader = DataLoader<string, string | null>

/** The names of keys of the API that the viewer may see; null for the others. */
export function apiKeyNomsLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): ApiKeyNomsLoader {
  return new DataLoader(async (ids) => {
    const rows = await prisma.apiKey.findMany({
      where: { id: { in: [...ids] }, AND: [readableApiKeys(viewer)] },
      select: { id: true, nom: true },
    })
    const noms = new Map(rows.map(({ id, nom }) => [id, nom]))
    return ids.map((id) => noms.get(id) ?? null)
  })
}
