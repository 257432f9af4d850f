import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { SyncHealth } from '../sync/sync-server.ts'

export interface Probed {
  /** Resolves when the database answers and every migration is applied; rejects with the reason otherwise. */
  checkReady: () => Promise<void>
  syncHealth: () => SyncHealth
}

/** `/healthz` (alive), `/readyz` (able to serve), `/metrics` (Prometheus). */
export function addProbes(app: FastifyInstance, { checkReady, syncHealth }: Probed): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addSyncGauges(registry, syncHealth)

  app.get('/healthz', { logLevel: 'warn' }, () => ({ status: 'ok' }))

  app.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    try {
      await checkReady()
      return { status: 'ok' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.status(503).send({ status: 'unavailable' })
    }
  })

  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => {
    void reply.header('content-type', registry.contentType)
    return registry.metrics()
  })
}

function addSyncGauges(registry: Registry, syncHealth: () => SyncHealth): void {
  const gauges: [name: string, help: string, read: (health: SyncHealth) => number][] = [
    ['pupitre_sync_rooms', 'Live documents in memory', (health) => health.rooms],
    ['pupitre_sync_connections', 'Open sync sockets', (health) => health.connections],
    ['pupitre_sync_waiting_edits', 'Edits received and not yet durable', (health) => health.waitingEdits],
    ['pupitre_sync_waiting_bytes', 'Bytes of edits received and not yet durable', (health) => health.waitingBytes],
    [
      'pupitre_sync_storage_up',
      '1 while edits can be made durable',
      (health) => (health.storage === 'reachable' ? 1 : 0),
    ],
  ]
  for (const [name, help, read] of gauges) {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read(syncHealth()))
        },
      }),
    )
  }
}
