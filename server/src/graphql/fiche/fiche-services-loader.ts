import type { PrismaClient, Service } from '@pupitre/prisma'
import DataLoader from 'dataloader'

/** The services that pilot fiches, by fiche, by name. Who may read a fiche may read its services. */
export type FicheServicesLoader = DataLoader<string, Service[]>

/** One row per service, whatever the number of fiches: Prisma names each pair of a fiche and its service by all the columns of their keys. */
export function ficheServicesLoader({ prisma }: { prisma: PrismaClient }): FicheServicesLoader {
  return new DataLoader(async (ficheIds) => {
    const rows = await prisma.$queryRaw<(Service & { ficheIds: string[] })[]>`
      SELECT service.id, service.collectivite_id AS "collectiviteId", service.nom, service.nom_normalise AS "nomNormalise",
        service.created_at AS "createdAt", array_agg(fiche_service.fiche_id) AS "ficheIds"
      FROM fiche_service JOIN service ON service.id = fiche_service.service_id
      WHERE fiche_service.fiche_id = ANY (${[...ficheIds]}::uuid[])
      GROUP BY service.id ORDER BY service.nom, service.id`
    const services = new Map<string, Service[]>(ficheIds.map((id) => [id, []]))
    for (const { ficheIds: piloted, ...service } of rows) for (const id of piloted) services.get(id)?.push(service)
    return ficheIds.map((id) => services.get(id) ?? [])
  })
}
