import type { IncomingHttpHeaders } from 'node:http'
import type { PrismaClient } from '@pupitre/prisma'
import { fromNodeHeaders } from 'better-auth/node'
import type { PersonViewer } from '../domain/viewer.ts'
import { SESSION_UPDATE_AGE_S, type Auth } from './create-auth.ts'
import { loadViewer } from './load-viewer.ts'
import { seenAsAsked } from './see-as.ts'

interface Visit {
  auth: Auth
  prisma: PrismaClient
  headers: IncomingHttpHeaders
}

/**
 * Who asks, from the session cookie, and as whom they see; null when nobody is signed in. Read from the database each time: a revoked session
 * ends at once.
 *
 * @throws SeeingAsRefusedError
 */
export async function viewerFromHeaders(visit: Visit): Promise<PersonViewer | null> {
  return seenAsAsked({ prisma: visit.prisma, viewer: await signedIn(visit) }, visit.headers)
}

async function signedIn({ auth, prisma, headers }: Visit): Promise<PersonViewer | null> {
  if (headers.cookie === undefined) return null
  const token = await auth.api.readSessionToken({ headers: fromNodeHeaders(headers) })
  if (token === null) return null
  const now = new Date()
  const loaded = await loadViewer(prisma, { session: { token }, now })
  // better-auth prolongs a session in use, unless its owner did not want to be remembered, and clears one that has ended away.
  const isDue = !loaded || now.getTime() - loaded.updatedAt.getTime() > SESSION_UPDATE_AGE_S * 1000
  if (isDue) await auth.api.getSession({ headers: fromNodeHeaders(headers) })
  return loaded?.viewer ?? null
}
