import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { personRightsRow, personRightsSql } from '../domain/rights/person-sql.ts'
import type { PersonViewer } from '../domain/viewer.ts'

/** A session that has not ended, and everything that rights are judged by. */
export interface LoadedSession {
  viewer: PersonViewer
  /** When the session was last prolonged. */
  updatedAt: Date
}

const sessionRow = personRightsRow.extend({
  sessionId: z.string(),
  updatedAt: z.date(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
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
      ${personRightsSql}
    FROM session JOIN "user" ON "user".id = session.user_id
    WHERE ${isIt} AND session.expires_at > ${now}`
  if (rows.length === 0) return null
  const { updatedAt, ...viewer } = sessionRow.parse(rows[0])
  return { viewer, updatedAt }
}
