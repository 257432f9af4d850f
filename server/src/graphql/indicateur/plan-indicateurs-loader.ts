import type { Indicateur, Prisma, PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { visibleAxes, visibleFiches, visibleIndicateurs, visiblePlacements } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { PageQuery } from '../connection/sorted-list.ts'

type IndicateurPage = PageQuery<Prisma.IndicateurWhereInput, Prisma.IndicateurOrderByWithRelationInput>

interface AskedPage {
  planId: string
  /** The same object for every plan of one field of an answer. */
  page: IndicateurPage
  /** What is selected of each indicateur, as Pothos writes it. */
  query: object
}

export type PlanIndicateursLoader = DataLoader<AskedPage, Indicateur[], string>

interface Reading {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** Loads a page of the indicateurs of each of several plans that the viewer may read: those linked to its axes and fiches. */
export function planIndicateursLoader({ prisma, viewer }: Reading): PlanIndicateursLoader {
  return new DataLoader<AskedPage, Indicateur[], string>(
    async (asked) => {
      const linked = await linkedIds({ prisma, viewer }, [...new Set(asked.map(({ planId }) => planId))])
      const pages = new Map<string, Promise<Indicateur[]>>()
      return Promise.all(
        asked.map(async ({ planId, page, query }) => {
          const key = pageKey({ page, query })
          const ids = linked.get(planId) ?? new Set()
          const loaded =
            pages.get(key) ??
            prisma.indicateur.findMany({
              ...query,
              where: { AND: [{ id: { in: [...allOf(linked)] } }, visibleIndicateurs(viewer), page.where] },
              orderBy: page.orderBy,
            })
          pages.set(key, loaded)
          return (await loaded).filter(({ id }) => ids.has(id)).slice(0, page.take)
        }),
      )
    },
    { cacheKeyFn: (asked) => `${asked.planId}/${pageKey(asked)}` },
  )
}

function pageKey({ page, query }: Omit<AskedPage, 'planId'>): string {
  return JSON.stringify([page, query])
}

function allOf(linked: Map<string, Set<string>>): Set<string> {
  return new Set([...linked.values()].flatMap((ids) => [...ids]))
}

/** The indicateurs of each plan, by its id. Sous-actions are of the plans of their parent. */
async function linkedIds({ prisma, viewer }: Reading, planIds: string[]): Promise<Map<string, Set<string>>> {
  const placements = { where: { AND: [{ planId: { in: planIds } }, visiblePlacements(viewer)] } }
  const inPlans = { placements: { some: placements.where } }
  const [axes, fiches] = await Promise.all([
    prisma.axeIndicateur.findMany({
      where: { axe: { AND: [{ planId: { in: planIds } }, visibleAxes(viewer)] } },
      select: { indicateurId: true, axe: { select: { planId: true } } },
    }),
    prisma.ficheIndicateur.findMany({
      where: { fiche: { AND: [visibleFiches(viewer), { OR: [inPlans, { parent: inPlans }] }] } },
      select: {
        indicateurId: true,
        fiche: {
          select: {
            placements: { ...placements, select: { planId: true } },
            parent: { select: { placements: { ...placements, select: { planId: true } } } },
          },
        },
      },
    }),
  ])
  const linked = new Map<string, Set<string>>(planIds.map((planId) => [planId, new Set()]))
  for (const { indicateurId, axe } of axes) linked.get(axe.planId)?.add(indicateurId)
  for (const { indicateurId, fiche } of fiches) {
    for (const { planId } of [...fiche.placements, ...(fiche.parent?.placements ?? [])]) {
      linked.get(planId)?.add(indicateurId)
    }
  }
  return linked
}
