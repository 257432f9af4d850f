import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { type CountedFiche, type RolledUp, rollUp } from '../../domain/avancement/avancement.ts'
import { isEnRetard } from '../../domain/fiche/en-retard.ts'
import { visibleAxes, visiblePlacements } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'

export type AvancementLoader = DataLoader<string, RolledUp>

/** How far plans and their axes are, by the fiches that the viewer may read: a few statements, however many plans and axes. */
export function avancementLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): AvancementLoader {
  return new DataLoader(async (planIds) => {
    const planId = { in: [...planIds] }
    const [axes, places] = await Promise.all([
      prisma.axe.findMany({
        where: { AND: [{ planId }, visibleAxes(viewer)] },
        select: { id: true, parentId: true, planId: true },
      }),
      prisma.placement.findMany({
        where: { AND: [{ planId }, visiblePlacements(viewer)] },
        select: { ficheId: true, axeId: true, planId: true },
      }),
    ])
    const fiches = await countedFiches(prisma, [...new Set(places.map(({ ficheId }) => ficheId))])
    const axesByPlan = Map.groupBy(axes, (axe) => axe.planId)
    const placesByPlan = Map.groupBy(places, (place) => place.planId)
    return planIds.map((id) => rollUp({ axes: axesByPlan.get(id) ?? [], places: placesByPlan.get(id) ?? [], fiches }))
  })
}

/** @param ids of fiches that the viewer may read */
async function countedFiches(prisma: PrismaClient, ids: string[]): Promise<Map<string, CountedFiche>> {
  const now = new Date()
  const rows = await prisma.fiche.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      statut: true,
      dateFin: true,
      poids: true,
      collectivite: { select: { timeZone: true } },
      lignesBudget: { select: { type: true, unite: true, nature: true, annee: true, montant: true } },
    },
  })
  return new Map(
    rows.map(({ id, statut, dateFin, poids, collectivite: { timeZone }, lignesBudget }) => [
      id,
      { id, statut, enRetard: isEnRetard({ statut, dateFin }, { timeZone, now }), budgets: lignesBudget, poids },
    ]),
  )
}
