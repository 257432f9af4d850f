import { embedToken } from '@pupitre/document'
import { z } from 'zod'
import { ConflictError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { holdServices } from './find-service.ts'
import { recordOctroisOf } from './record-octrois.ts'
import { namedByServices } from './service-bearers.ts'

/** Services merged at once: more than a reorganisation makes one of. */
export const MAX_MERGED_SERVICES = 100

const mergeSchema = z.object({
  intoId: z.guid(),
  serviceIds: z.array(z.guid()).min(1).max(MAX_MERGED_SERVICES),
})

export interface MergedServices {
  serviceId: string
  /** Fiches that the service pilots instead of a merged one, of those that the viewer may read. */
  fichesCount: number
}

/**
 * Puts one service in the place of others of its collectivité: their members, the fiches that they pilot, what they are given access to,
 * by other collectivités too, and the invitations that name them. Where both were given access, the higher level stays. The others are gone.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError SERVICES_OF_TWO
 */
export async function mergeServices(useCase: UseCase, input: z.input<typeof mergeSchema>): Promise<MergedServices> {
  const { viewer, tx, record } = useCase
  const { intoId, serviceIds } = parseInput(mergeSchema, input)
  const from = [...new Set(serviceIds)].filter((id) => id !== intoId)
  const services = await holdServices(useCase, [intoId, ...from])
  const [{ collectiviteId }] = services
  if (services.some((service) => service.collectiviteId !== collectiviteId)) {
    throw new ConflictError({
      code: 'SERVICES_OF_TWO',
      message: 'Seuls des services de la même collectivité se fusionnent.',
    })
  }
  if (from.length === 0) return { serviceId: intoId, fichesCount: 0 }

  // Whoever is of one of them may do now what those of the others might: all are judged again.
  const { userIds } = await namedByServices(tx, [intoId, ...from])
  const { ficheIds, octrois } = await namedByServices(tx, from)
  await tx.$executeRaw`
    INSERT INTO membre_service (membre_id, service_id, collectivite_id)
    SELECT DISTINCT membre_id, ${intoId}::uuid, collectivite_id FROM membre_service WHERE service_id = ANY(${from}::uuid[])
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO fiche_service (fiche_id, service_id, collectivite_id)
    SELECT DISTINCT fiche_id, ${intoId}::uuid, collectivite_id FROM fiche_service WHERE service_id = ANY(${from}::uuid[])
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO invitation_service (invitation_id, service_id, collectivite_id)
    SELECT DISTINCT invitation_id, ${intoId}::uuid, collectivite_id FROM invitation_service WHERE service_id = ANY(${from}::uuid[])
    ON CONFLICT DO NOTHING`
  await mergeOctrois(tx, { intoId, from })
  await mergeMentions(tx, { intoId, from })
  // What named them goes with them.
  await tx.service.deleteMany({ where: { id: { in: from }, collectiviteId } })

  await recordFicheChange(useCase, { ficheIds, fields: ['services'] })
  recordOctroisOf(record, octrois)
  if (userIds.length > 0) record.rights({ userIds })
  const fichesCount = await tx.fiche.count({ where: { id: { in: ficheIds }, AND: [readableFiches(viewer)] } })
  return { serviceId: intoId, fichesCount }
}

/** What comments say of them, they say of the one that stays. */
async function mergeMentions(tx: Tx, { intoId, from }: { intoId: string; from: readonly string[] }): Promise<void> {
  for (const serviceId of from) {
    const token = (id: string) => embedToken({ mention: { kind: 'service', id } })
    await tx.$executeRaw`
      UPDATE commentaire SET markdown = replace(markdown, ${token(serviceId)}, ${token(intoId)})
      FROM mention WHERE mention.commentaire_id = commentaire.id AND mention.service_id = ${serviceId}::uuid`
  }
  await tx.$executeRaw`
    INSERT INTO mention (id, commentaire_id, service_id, created_at)
    SELECT gen_random_uuid(), commentaire_id, ${intoId}::uuid, min(created_at) FROM mention
    WHERE service_id = ANY(${from}::uuid[]) GROUP BY commentaire_id
    ON CONFLICT DO NOTHING`
}

/** Of the grants to any of them on one thing, one is kept, as the service's that stays, of the highest level that there was. */
async function mergeOctrois(tx: Tx, { intoId, from }: { intoId: string; from: readonly string[] }): Promise<void> {
  const all = [intoId, ...from]
  await tx.$queryRaw`SELECT 1 FROM octroi WHERE service_id = ANY(${all}::uuid[]) ORDER BY id FOR UPDATE`
  const ranked = await tx.$queryRaw<{ id: string; place: number }[]>`
    SELECT id, row_number() OVER (PARTITION BY plan_id, fiche_id ORDER BY niveau DESC, service_id = ${intoId}::uuid DESC, id)::int AS place
    FROM octroi WHERE service_id = ANY(${all}::uuid[])`
  const ids = (kept: boolean) => ranked.flatMap(({ id, place }) => ((place === 1) === kept ? [id] : []))
  await tx.octroi.deleteMany({ where: { id: { in: ids(false) } } })
  await tx.octroi.updateMany({
    where: { id: { in: ids(true) }, serviceId: { not: intoId } },
    data: { serviceId: intoId },
  })
}
