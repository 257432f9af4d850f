import type { IncomingHttpHeaders } from 'node:http'
import { SEEING_AS_HEADER } from '@pupitre/document'
import { type PrismaClient, Role } from '@pupitre/prisma'
import { z } from 'zod'
import { adminCollectiviteIds } from '../domain/rights/readable.ts'
import { isReadOnly, type PersonViewer, personOf, type Viewer } from '../domain/viewer.ts'
import { SeeingAsRefusedError } from './seeing-as-refused.ts'

interface Asked {
  prisma: Pick<PrismaClient, '$queryRaw'>
  viewer: Viewer | null
}

const uuid = z.guid()

/** What cannot be an id is looked for like the rest, and not found. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000'

const seenRow = z.object({
  membreId: z.string(),
  collectiviteId: z.string(),
  role: z.enum(Role),
  serviceIds: z.array(z.string()),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  grantedMembreIds: z.array(z.string()),
  grantedServiceIds: z.array(z.string()),
})

/**
 * An admin who sees their collectivité as one of its members does: by that membership alone, and by what grants of that collectivité name
 * of it, so that it is never more than what the admin reads. Whoever may not see as somebody is refused by the same statement
 * as who names nobody.
 *
 * @throws SeeingAsRefusedError
 */
export async function seeAs({ prisma, viewer }: Asked, membreId: string): Promise<PersonViewer> {
  // Whoever already sees as an admin is none.
  const administered = isReadOnly(viewer) ? [] : adminCollectiviteIds(viewer)
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT membre.id AS "membreId", membre.collectivite_id AS "collectiviteId", membre.role::text,
      "user".id AS "userId", "user".name, "user".email,
      ARRAY(SELECT service_id FROM membre_service WHERE membre_id = membre.id ORDER BY service_id) AS "serviceIds",
      ARRAY(
        SELECT membre.id
        WHERE EXISTS (SELECT 1 FROM octroi WHERE octroi.membre_id = membre.id)) AS "grantedMembreIds",
      ARRAY(
        SELECT membre_service.service_id FROM membre_service
        WHERE membre_service.membre_id = membre.id AND EXISTS (
          SELECT 1 FROM octroi
          WHERE octroi.service_id = membre_service.service_id AND octroi.collectivite_id = membre.collectivite_id)
        ORDER BY membre_service.service_id) AS "grantedServiceIds"
    FROM membre JOIN "user" ON "user".id = membre.user_id
    WHERE membre.id = ${uuid.safeParse(membreId).data ?? NIL_UUID}::uuid
      AND membre.collectivite_id = ANY (${administered}::uuid[])`
  const admin = personOf(viewer)
  if (rows.length === 0 || !admin) throw new SeeingAsRefusedError()
  const { grantedMembreIds, grantedServiceIds, ...seen } = seenRow.parse(rows[0])
  const { collectiviteId, role, serviceIds, ...membre } = seen
  return {
    ...admin,
    seeingAs: membre,
    memberships: [{ membreId: seen.membreId, collectiviteId, role, serviceIds }],
    grantee: { membreIds: grantedMembreIds, serviceIds: grantedServiceIds, emails: [], within: collectiviteId },
  }
}

/**
 * Who asks, seen as the member whom the request names, where it names one.
 * @throws SeeingAsRefusedError
 */
export async function seenAsAsked<Caller extends Viewer | null>(
  { prisma, viewer }: { prisma: Pick<PrismaClient, '$queryRaw'>; viewer: Caller },
  headers: IncomingHttpHeaders,
): Promise<Caller | PersonViewer> {
  const asked = headers[SEEING_AS_HEADER]
  return asked === undefined ? viewer : seeAs({ prisma, viewer }, String(asked))
}

/** The same where there is nobody to tell why: who may not see as somebody is nobody. */
export function orNobody(error: unknown): null {
  if (error instanceof SeeingAsRefusedError) return null
  throw error
}
