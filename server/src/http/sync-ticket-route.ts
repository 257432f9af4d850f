import { parseDocumentPath } from '@pupitre/document'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Viewer } from '../domain/viewer.ts'

export interface TicketOffice {
  viewerOf: (request: FastifyRequest) => Promise<Viewer | null>
  /** null when the document does not exist for this viewer. */
  issueTicket: (order: { viewer: Viewer; path: string }) => Promise<string | null>
}

const Order = z.object({ path: z.string().refine((path) => parseDocumentPath(path) !== null) })

/** `POST /api/sync-ticket`: the right to open one sync socket, for a client that cannot send the session's cookie. */
export function addSyncTicketRoute(app: FastifyInstance, { viewerOf, issueTicket }: TicketOffice): void {
  app.post('/api/sync-ticket', async (request, reply) => {
    const viewer = await viewerOf(request)
    if (!viewer) return reply.status(401).send({ code: 'SIGNED_OUT', message: 'Connectez-vous pour ouvrir ce document.' })

    const order = Order.safeParse(request.body)
    if (!order.success) {
      return reply.status(400).send({ code: 'INVALID_PATH', message: 'Le chemin attendu est « fiche/<uuid> » ou « plan/<uuid> ».' })
    }
    const ticket = await issueTicket({ viewer, path: order.data.path })
    if (ticket === null) return reply.status(404).send({ code: 'NOT_FOUND', message: 'Ce document n’existe pas.' })
    return { ticket }
  })
}
