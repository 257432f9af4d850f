import type { IncomingHttpHeaders } from 'node:http'
import type { PrismaClient } from '@pupitre/prisma'
import type { Viewer } from '../domain/viewer.ts'
import { bearerOf } from './bearer.ts'
import type { Auth } from './create-auth.ts'
import { viewerOfSecret } from './key-viewer.ts'
import { seenAsAsked } from './see-as.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

/**
 * Who calls: by the key that they show, whatever cookie comes with it; else by the session cookie; null when there is neither.
 * @throws ApiKeyRefusedError, SeeingAsRefusedError
 */
export async function callerFromHeaders({
  auth,
  prisma,
  headers,
}: {
  auth: Auth
  prisma: PrismaClient
  headers: IncomingHttpHeaders
}): Promise<Viewer | null> {
  const secret = bearerOf(headers)
  if (secret === null) return viewerFromHeaders({ auth, prisma, headers })
  return seenAsAsked({ prisma, viewer: await viewerOfSecret({ prisma, now: new Date() }, secret) }, headers)
}
