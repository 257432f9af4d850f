import type { Fiche, PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { type Similar, similarFiches } from '../../domain/doublon/similar-fiches.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'

export interface SimilarFiche extends Similar {
  fiche: Fiche
}

interface Asked {
  ficheId: string
  first: number
  /** What is selected of each fiche, as Pothos writes it. */
  query: object
}

export type SimilarFichesLoader = DataLoader<Asked, SimilarFiche[], string>

interface Reading {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** The fiches that are close to each of several, in as many statements as for one. */
export function similarFichesLoader(reading: Reading): SimilarFichesLoader {
  return new DataLoader<Asked, SimilarFiche[], string>(
    async (asked) => {
      const similar = await similarFiches(reading, [...new Set(asked.map(({ ficheId }) => ficheId))])
      const found = new Map<string, Promise<SimilarFiche[]>>()
      for (const [, same] of Map.groupBy(asked, queryKey)) {
        const query = same[0]?.query ?? {}
        const wanted = same.map((one) => ({ one, similar: similar.get(one.ficheId)?.slice(0, one.first) ?? [] }))
        const fiches = loadFiches(reading, { query, ficheIds: wanted.flatMap((each) => idsOf(each.similar)) })
        for (const each of wanted)
          found.set(
            loadKey(each.one),
            fiches.then((byId) => withFiches(each.similar, byId)),
          )
      }
      return Promise.all(asked.map((one) => found.get(loadKey(one)) ?? Promise.resolve([])))
    },
    { cacheKeyFn: loadKey },
  )
}

/** The fiches that are close to something, with what is asked of them. */
export async function loadSimilar(
  reading: Reading,
  { similar, query }: { similar: readonly Similar[]; query: object },
): Promise<SimilarFiche[]> {
  return withFiches(similar, await loadFiches(reading, { query, ficheIds: idsOf(similar) }))
}

async function loadFiches(
  { prisma, viewer }: Reading,
  { query, ficheIds }: { query: object; ficheIds: readonly string[] },
): Promise<ReadonlyMap<string, Fiche>> {
  const fiches = await prisma.fiche.findMany({
    ...query,
    where: { AND: [{ id: { in: [...new Set(ficheIds)] } }, readableFiches(viewer)] },
  })
  return new Map(fiches.map((fiche) => [fiche.id, fiche]))
}

function withFiches(similar: readonly Similar[], byId: ReadonlyMap<string, Fiche>): SimilarFiche[] {
  return similar.flatMap((each) => {
    const fiche = byId.get(each.ficheId)
    return fiche ? [{ ...each, fiche }] : []
  })
}

function idsOf(similar: readonly Similar[]): string[] {
  return similar.map(({ ficheId }) => ficheId)
}

function queryKey({ query }: Asked): string {
  return JSON.stringify(query)
}

function loadKey(asked: Asked): string {
  return `${asked.ficheId}/${asked.first}/${queryKey(asked)}`
}
