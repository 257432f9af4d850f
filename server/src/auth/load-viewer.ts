import { Prisma, Role, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import type { PersonViewer } from '../domain/viewer.ts'

/** A session that has not ended, and everything that rights are judged by. */
export interface LoadedSession {
  viewer: PersonViewer
  /** When the session was last prolonged. */
  updatedAt: Date
}

const sessionRow = z.object({
  sessionId: z.string(),
  updatedAt: z.date(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  memberships: z.array(
    z.object({
      membreId: z.string(),
      collectiviteId: z.string(),
      role: z.enum(Role),
      serviceIds: z.array(z.string()),
    }),
  ),
  grantee: z.object({
    membreIds: z.array(z.string()),
    serviceIds: z.array(z.string()),
    emails: z.array(z.string()),
  }),
})

/**
 * Who a session is of, with their memberships and what of theirs grants name, as of now; null when it has ended. One statement: it is
 * asked at every request and every websocket, where Prisma would send four.
 */
export async function loadViewer(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  { session, now }: { session: { token: string } | { id: string }; now: Date },
): Promise<LoadedSession | null> {
  const isIt =
    'token' in session ? Prisma.sql`session.token = ${session.token}` : Prisma.sql`session.id = ${session.id}::uuid`
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT session.id AS "sessionId", session.updated_at AS "updatedAt", "user".id AS "userId", "user".name, "user".email,
      coalesce((
        SELECT json_agg(json_build_object(
          'membreId', membre.id, 'collectiviteId', membre.collectivite_id, 'role', membre.role,
          'serviceIds', ARRAY(SELECT service_id FROM membre_service WHERE membre_id = membre.id)))
        FROM membre WHERE membre.user_id = "user".id), '[]') AS memberships,
      json_build_object(
        'membreIds', ARRAY(
          SELECT membre.id FROM membre
          WHERE membre.user_id = "user".id AND EXISTS (SELECT 1 FROM octroi WHERE octroi.membre_id = membre.id)
          ORDER BY membre.id),
        'serviceIds', ARRAY(
          SELECT membre_service.service_id FROM membre_service JOIN membre ON membre.id = membre_service.membre_id
          WHERE membre.user_id = "user".id
            AND EXISTS (SELECT 1 FROM octroi WHERE octroi.service_id = membre_service.service_id)
          ORDER BY membre_service.service_id),
        'emails', ARRAY(
          SELECT lower("user".email)
          WHERE "user".email_verified AND EXISTS (SELECT 1 FROM octroi WHERE octroi.email = lower("user".email)))
      ) AS grantee
    FROM session JOIN "user" ON "user".id = session.user_id
    WHERE ${isIt} AND session.expires_at > ${now}`
  if (rows.length === 0) return null
  const { updatedAt, ...viewer } = sessionRow.parse(rows[0])
  return { viewer, updatedAt }
}
