import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { z } from 'zod'
import { ficheTargetOf, ficheTargetRow, ficheTargetSql } from '../../domain/rights/fiche-target.ts'
import type { FicheTarget } from '../../domain/rights/may.ts'
import { readableFichesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** What the rights policy judges of fiches, by id; null for one that the viewer may not read. */
export type FicheTargetLoader = DataLoader<string, FicheTarget | null>

const identifiedTargetRow = ficheTargetRow.extend({ id: z.string() })

export function ficheTargetLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): FicheTargetLoader {
  return new DataLoader(async (ids) => {
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT fiche.id, ${ficheTargetSql(viewer)} FROM fiche
      WHERE fiche.id = ANY (${[...ids]}::uuid[]) AND ${readableFichesSql(viewer)}`
    const targets = new Map(
      rows.map((row) => {
        const { id, ...target } = identifiedTargetRow.parse(row)
        return [id, ficheTargetOf(target)]
      }),
    )
    return ids.map((id) => targets.get(id) ?? null)
  })
}
