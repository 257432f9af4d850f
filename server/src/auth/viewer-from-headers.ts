import type { IncomingHttpHeaders } from 'node:http'
import type { PrismaClient } from '@pupitre/prisma'
import { fromNodeHeaders } from 'better-auth/node'
import type { Viewer } from '../domain/viewer.ts'
import type { Auth } from './create-auth.ts'
import { loadMemberships } from './load-memberships.ts'

/** Who asks, from the session cookie; null when nobody is signed in. Read from the database each time: a revoked session ends at once. */
export async function viewerFromHeaders({
  auth,
  prisma,
  headers,
}: {
  auth: Auth
  prisma: PrismaClient
  headers: IncomingHttpHeaders
}): Promise<Viewer | null> {
  const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) })
  if (!found) return null
  const { session, user } = found
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionId: session.id,
    memberships: await loadMemberships(prisma, user.id),
  }
}
