import { parseDocumentPath } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Auth } from './create-auth.ts'
import type { SyncTickets } from './sync-tickets.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const bodySchema = z.object({ path: z.string().refine((path) => parseDocumentPath(path) !== null) })

const REFUSALS = {
  SIGNED_OUT: { status: 401, message: 'Connectez-vous pour ouvrir ce document.' },
  INVALID_PATH: { status: 400, message: 'Le chemin attendu est fiche/<uuid> ou plan/<uuid>.' },
  DOCUMENT_NOT_FOUND: { status: 404, message: 'Ce document est introuvable.' },
} as const

/** `POST /api/sync-ticket` `{ path }` → `{ ticket }`: the right to open one sync socket, for a client that cannot send the session's cookie. */
export function registerSyncTicketRoute(
  fastify: FastifyInstance,
  { auth, prisma, tickets }: { auth: Auth; prisma: PrismaClient; tickets: SyncTickets },
): void {
  fastify.post('/api/sync-ticket', async (request, reply) => {
    const viewer = await viewerFromHeaders({ auth, prisma, headers: request.headers })
    if (!viewer) return refuse(reply, 'SIGNED_OUT')
    const body = bodySchema.safeParse(request.body)
    if (!body.success) return refuse(reply, 'INVALID_PATH')
    const ticket = await tickets.issueTicket({ viewer, path: body.data.path })
    if (ticket === null) return refuse(reply, 'DOCUMENT_NOT_FOUND')
    return reply.header('cache-control', 'no-store').send({ ticket })
  })
}

function refuse(reply: FastifyReply, code: keyof typeof REFUSALS): FastifyReply {
  const { status, message } = REFUSALS[code]
  return reply.status(status).send({ code, message })
}
