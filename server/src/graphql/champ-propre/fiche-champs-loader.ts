import type { Prisma, PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { visiblePlacements } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'

const ORDER = [{ position: 'asc' as const }, { id: 'asc' as const }]

type Champ = Prisma.ChampPropreGetPayload<{ include: { choix: true } }>
type Valeur = Prisma.ChampPropreValeurGetPayload<{ include: { choix: true } }>

/** A field of a plan that holds a fiche, and what the fiche says there; null: nothing yet. */
export interface FicheChamp {
  champ: Champ
  valeur: Valeur | null
}

/** The fields that the plans of fiches add to them, by fiche: only plans that the viewer may read. */
export type FicheChampsLoader = DataLoader<string, FicheChamp[]>

export function ficheChampsLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): FicheChampsLoader {
  return new DataLoader(async (ids) => {
    const ficheIds = [...ids]
    const placements = await prisma.placement.findMany({
      where: { AND: [{ ficheId: { in: ficheIds } }, visiblePlacements(viewer)] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { ficheId: true, planId: true },
    })
    const champs = await prisma.champPropre.findMany({
      where: { planId: { in: [...new Set(placements.map(({ planId }) => planId))] } },
      orderBy: ORDER,
      include: { choix: { orderBy: ORDER } },
    })
    const valeurs = await prisma.champPropreValeur.findMany({
      where: { ficheId: { in: ficheIds }, champId: { in: champs.map(({ id }) => id) } },
      include: { choix: true },
    })
    const champsByPlan = Map.groupBy(champs, ({ planId }) => planId)
    const valeurByKey = new Map(valeurs.map((valeur) => [`${valeur.ficheId} ${valeur.champId}`, valeur]))
    const placesByFiche = Map.groupBy(placements, ({ ficheId }) => ficheId)
    return ficheIds.map((ficheId) => {
      const planIds = new Set(placesByFiche.get(ficheId)?.map(({ planId }) => planId))
      return [...planIds]
        .flatMap((planId) => champsByPlan.get(planId) ?? [])
        .map((champ) => ({ champ, valeur: valeurByKey.get(`${ficheId} ${champ.id}`) ?? null }))
    })
  })
}
