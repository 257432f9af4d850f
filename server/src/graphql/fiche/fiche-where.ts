import type { Prisma } from '@pupitre/prisma'
import { ownFiches, ownServicesFiches, readablePlans } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { DateFilter, IdFilter, PrioriteFilter, StatutFilter, StringFilter } from '../filter/comparators.ts'
import { dateConditions, textConditions, uuidsAllowed, valueConditions } from '../filter/conditions.ts'

const FichePourMoi = builder.enumType('FichePourMoi', {
  description: 'Ce qui fait d’une fiche l’une des vôtres.',
  values: {
    PERSONNELLES: { description: 'Vous en êtes pilote ou référent.' },
    SERVICES: { description: 'L’un de vos services la pilote, sans que vous en soyez pilote ou référent.' },
  } as const,
})

export const FicheWhere = builder.inputType('FicheWhere', {
  description: 'Conditions sur des fiches ; toutes valent ensemble.',
  fields: (t) => ({
    collectivite: t.field({ type: IdFilter, description: 'La collectivité qui porte la fiche.' }),
    plan: t.field({ type: IdFilter, description: 'Un plan où la fiche a une place.' }),
    axe: t.field({ type: IdFilter, description: 'Un axe où la fiche a une place, sans ceux qu’il contient.' }),
    service: t.field({ type: IdFilter, description: 'Un service qui pilote la fiche.' }),
    pourMoi: t.field({ type: FichePourMoi, description: 'Celles qui sont les vôtres.' }),
    titre: t.field({ type: StringFilter, description: 'Le titre.' }),
    statut: t.field({ type: StatutFilter, description: 'Le statut.' }),
    priorite: t.field({ type: PrioriteFilter, description: 'La priorité.' }),
    dateDebut: t.field({ type: DateFilter, description: 'Le premier jour.' }),
    dateFin: t.field({ type: DateFilter, description: 'Le dernier jour.' }),
  }),
})

/** What is asked of fiches, beside what the viewer may read. A place counts only in a plan that they may read. */
export function ficheConditions(
  where: typeof FicheWhere.$inferInput | null | undefined,
  viewer: Viewer | null,
): Prisma.FicheWhereInput[] {
  if (!where) return []
  const collectiviteIds = uuidsAllowed('Collectivite', where.collectivite)
  const planIds = uuidsAllowed('Plan', where.plan)
  const axeIds = uuidsAllowed('Axe', where.axe)
  const serviceIds = uuidsAllowed('Service', where.service)
  const plan = readablePlans(viewer)
  return [
    ...(collectiviteIds ? [{ collectiviteId: { in: collectiviteIds } }] : []),
    ...(planIds ? [{ placements: { some: { planId: { in: planIds }, plan } } }] : []),
    ...(axeIds ? [{ placements: { some: { axeId: { in: axeIds }, plan } } }] : []),
    ...(serviceIds ? [{ services: { some: { serviceId: { in: serviceIds } } } }] : []),
    ...(where.pourMoi ? [where.pourMoi === 'PERSONNELLES' ? ownFiches(viewer) : ownServicesFiches(viewer)] : []),
    ...textConditions(where.titre).map((titre) => ({ titre })),
    ...valueConditions(where.statut).map((statut) => ({ statut })),
    ...valueConditions(where.priorite).map((priorite) => ({ priorite })),
    ...dateConditions(where.dateDebut).map((dateDebut) => ({ dateDebut })),
    ...dateConditions(where.dateFin).map((dateFin) => ({ dateFin })),
  ]
}
