import { Prisma, type PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { visiblePlacementsSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'

export type CountLoader = DataLoader<string, number>

interface Reading {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** Counts the fiches of plans that the viewer may read, each once even when it has several places in the plan. */
export function fichesCountLoader(reading: Reading): CountLoader {
  return countLoader(reading, Prisma.sql`true`)
}

/** Counts those that anybody reads once their plan is public: all but the restricted ones. */
export function publishableCountLoader(reading: Reading): CountLoader {
  return countLoader(reading, Prisma.sql`NOT fiche.restreinte`)
}

/**
 * PostgreSQL counts: the places of a page of plans are thousands. `OFFSET 0` has each fiche looked up from its place, instead of every
 * fiche of the instance read into a hash (docs/decisions/0028).
 */
function countLoader({ prisma, viewer }: Reading, counted: Prisma.Sql): CountLoader {
  return new DataLoader(async (planIds) => {
    const rows = await prisma.$queryRaw<{ planId: string; count: number }[]>`
      SELECT plan.id AS "planId", (
        SELECT count(DISTINCT placement.fiche_id)::int FROM placement
        WHERE placement.plan_id = plan.id AND EXISTS (
          SELECT 1 FROM fiche WHERE fiche.id = placement.fiche_id AND ${counted} AND ${visiblePlacementsSql(viewer)} OFFSET 0)
      ) AS count
      FROM plan WHERE plan.id = ANY (${[...planIds]}::uuid[])`
    const counts = new Map(rows.map(({ planId, count }) => [planId, count]))
    return planIds.map((planId) => counts.get(planId) ?? 0)
  })
}
