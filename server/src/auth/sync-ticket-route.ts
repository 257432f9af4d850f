import { parseDocumentPath } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiKeyRefusedError } from '../domain/api-key/api-key-refused.ts'
import { DomainError } from '../domain/errors.ts'
import { typeset } from '../domain/typography.ts'
import { callerFromHeaders } from './caller-from-headers.ts'
import type { Auth } from './create-auth.ts'
import { SeeingAsRefusedError } from './seeing-as-refused.ts'
import type { SyncTickets } from './sync-tickets.ts'

const bodySchema = z.object({ path: z.string().refine((path) => parseDocumentPath(path) !== null) })

const REFUSALS = {
  SIGNED_OUT: { status: 401, message: 'Connectez-vous pour ouvrir ce document.' },
  INVALID_PATH: { status: 400, message: 'Le chemin attendu est fiche/<uuid> ou plan/<uuid>.' },
  DOCUMENT_NOT_FOUND: { status: 404, message: 'Ce document est introuvable.' },
} as const

/** `POST /api/sync-ticket` `{ path }` → `{ ticket }`: the right to open one sync socket, for a client that cannot send the session's cookie, or that has a key of the API. */
export function registerSyncTicketRoute(
  fastify: FastifyInstance,
  { auth, prisma, tickets }: { auth: Auth; prisma: PrismaClient; tickets: SyncTickets },
): void {
  fastify.post('/api/sync-ticket', async (request, reply) => {
    const viewer = await callerFromHeaders({ auth, prisma, headers: request.headers }).catch(refusedCaller)
    if (viewer instanceof DomainError) return refuseCaller(reply, viewer)
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

function refusedCaller(error: unknown): DomainError {
  if (error instanceof ApiKeyRefusedError || error instanceof SeeingAsRefusedError) return error
  throw error
}

function refuseCaller(reply: FastifyReply, refusal: DomainError): FastifyReply {
  const isKey = refusal instanceof ApiKeyRefusedError
  if (isKey) void reply.header('www-authenticate', 'Bearer')
  return reply.status(isKey ? 401 : 403).send({ code: refusal.code, message: typeset(refusal.message) })
}
