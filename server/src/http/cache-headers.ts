import type { FastifyInstance } from 'fastify'

/** What says nothing of how long it may be kept is not kept: everything but the application's files is someone's own. */
export function addCacheHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
}
