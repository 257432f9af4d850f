import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'

export interface Probed {
  /** Resolves when the database answers and every migration is applied; rejects with the reason otherwise. */
  checkReady: () => Promise<void>
  /** Whether the embedded database ended by itself, and is being started again. */
  isDatabaseRestarting: () => boolean
  registry: Registry
}

/** `/healthz` (alive), `/readyz` (able to serve), `/metrics` (Prometheus). */
export function addProbes(app: FastifyInstance, { checkReady, isDatabaseRestarting, registry }: Probed): void {
  app.get('/healthz', { logLevel: 'warn' }, () => ({ status: 'ok' }))

  app.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    try {
      await checkReady()
      return { status: 'ok' }
    } catch (error) {
      request.log.warn({ reason: reasonOf(error) }, 'not ready')
      return reply
        .status(503)
        .send({ status: 'unavailable', ...(isDatabaseRestarting() && { database: 'restarting' }) })
    }
  })

  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => {
    void reply.header('content-type', registry.contentType)
    return registry.metrics()
  })
}

/** The last line of its message: Prisma puts before it where it was called from. A stack in the log at each probe would hide the rest. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.trimEnd().split('\n').at(-1)?.trim() ?? ''
}
