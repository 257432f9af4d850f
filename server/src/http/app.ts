import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@pupitre/prisma'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Auth } from '../auth/create-auth.ts'
import { registerAuthRoutes } from '../auth/auth-routes.ts'
import { registerDemonstrationRoute } from '../auth/demonstration-route.ts'
import { callerFromHeaders } from '../auth/caller-from-headers.ts'
import { seeAs } from '../auth/see-as.ts'
import { registerSyncTicketRoute } from '../auth/sync-ticket-route.ts'
import { createSyncTickets } from '../auth/sync-tickets.ts'
import { trustedOrigins } from '../auth/trusted-origins.ts'
import { viewerFromHeaders } from '../auth/viewer-from-headers.ts'
import { addControlRoute, type ControlCommands } from '../control/control-route.ts'
import { graphqlMetrics } from '../metrics/graphql-metrics.ts'
import { addHttpMetrics } from '../metrics/http-metrics.ts'
import { addMailMetrics } from '../metrics/mail-metrics.ts'
import { addRefusalMetrics } from '../metrics/refusal-metrics.ts'
import { addSyncMetrics } from '../metrics/sync-metrics.ts'
import { addWebhookMetrics } from '../metrics/webhook-metrics.ts'
import { registerGraphql } from '../graphql/create-graphql.ts'
import type { Budgets } from '../graphql/limits/budgets.ts'
import type { RateLimits } from '../auth/rate-limits.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { Mail } from '../domain/mail.ts'
import type { ChangeBus } from '../bus/change-bus.ts'
import { ImportDesk } from '../exchange/import/import-desk.ts'
import type { QueueHealth } from '../jobs/job-queue.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import type { OpenWebhooks } from '../webhooks/open-webhooks.ts'
import { addCacheHeaders } from './cache-headers.ts'
import { addGraphiqlPage } from './graphiql-page.ts'
import { registerImportRoutes } from './import-routes.ts'
import { addProbes } from './probes.ts'
import { readRegisteredOperations } from './read-registered-operations.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addStaticClient } from './static-client.ts'
import { registerStreamRoutes } from './stream-routes.ts'
import { registerSupportRoute } from './support-route.ts'
import { acceptUpgrades } from './upgrade.ts'
import type { Door } from './visit.ts'

export interface AppParts {
  publicUrl: string
  trustProxy: boolean | string[]
  /** Whether the demonstration's accounts may sign in. */
  demo: boolean
  /** Where the operator answers those who use the application; null: nowhere. */
  supportEmail: string | null
  /** The built application. */
  clientFolder: string
  prisma: PrismaClient
  auth: Auth
  mail: Mail
  /** What the queue of messages holds. */
  mailHealth: () => Promise<QueueHealth>
  webhooks: OpenWebhooks
  limits: RateLimits
  /** What each may spend on the API; null: as much as they like. */
  budgets: Budgets | null
  sync: SyncServer
  bus: ChangeBus
  /** A viewer as they are now, from their session or their key; null when it has ended. */
  reloadViewer: (viewer: Viewer) => Promise<Viewer | null>
  logger: FastifyBaseLogger
  control: { secret: string; commands: ControlCommands }
  checkReady: () => Promise<void>
  isDatabaseRestarting: () => boolean
}

/** The whole HTTP server, not listening yet: pages, API, sign-in, sync sockets, probes. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { publicUrl, prisma, auth, mail, webhooks, limits, sync, bus, logger } = parts
  const app = fastify({
    loggerInstance: logger,
    trustProxy: parts.trustProxy,
    genReqId: () => randomUUID(),
    // One line per request is the reverse proxy's: ours says what went wrong.
    logController: new LogController({ disableRequestLogging: true }),
  })
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addHttpMetrics(app, registry)
  const stopSyncMetrics = addSyncMetrics(registry, () => sync.health())
  app.addHook('onClose', () => stopSyncMetrics())
  const stopRefusalMetrics = addRefusalMetrics(registry)
  app.addHook('onClose', () => stopRefusalMetrics())
  addMailMetrics(registry, parts.mailHealth)
  addWebhookMetrics(registry, webhooks)
  addCacheHeaders(app)
  await addSecurityHeaders(app, { secure: new URL(publicUrl).protocol === 'https:' })

  const tickets = createSyncTickets({ prisma, clock: () => new Date() })
  registerAuthRoutes(app, { auth, publicUrl, prisma, mail, limits })
  registerDemonstrationRoute(app, { prisma, demo: parts.demo })
  registerSupportRoute(app, { email: parts.supportEmail })
  registerSyncTicketRoute(app, { auth, prisma, tickets })
  addGraphiqlPage(app)
  const subscriptions = await registerGraphql(app, {
    prisma,
    liveText: sync.liveText,
    bus,
    mail,
    webhooks,
    budgets: parts.budgets,
    registered: await readRegisteredOperations({ folder: parts.clientFolder }),
    plugins: [graphqlMetrics(registry)],
    viewerOf: ({ headers }) => callerFromHeaders({ auth, prisma, headers }),
    reloadViewer: parts.reloadViewer,
  })
  const origins = new Set(trustedOrigins(publicUrl))
  const isTrustedOrigin = (origin: string): boolean => origins.has(origin)
  await registerImportRoutes(app, {
    desk: new ImportDesk({
      prisma,
      liveText: sync.liveText,
      bus,
      onError: (error) => logger.error({ err: error }, 'an import failed, and wrote nothing'),
    }),
    prisma,
    viewerOf: ({ headers }) => viewerFromHeaders({ auth, prisma, headers }),
    isTrustedOrigin,
  })
  const door: Door = {
    isTrustedOrigin,
    identify: ({ headers }) => viewerFromHeaders({ auth, prisma, headers }),
    redeemTicket: (visit) => tickets.redeemTicket(visit),
    seeAs: (viewer, membreId) => seeAs({ prisma, viewer }, membreId),
  }
  await registerStreamRoutes(app, { ...door, sync, subscriptions })
  addProbes(app, { checkReady: parts.checkReady, isDatabaseRestarting: parts.isDatabaseRestarting, registry })
  await addControlRoute(app, parts.control)
  await addStaticClient(app, { folder: parts.clientFolder })

  app.addHook('preClose', () => subscriptions.close())
  acceptUpgrades(app.server, {
    ...door,
    sync,
    subscriptions,
    onError: (error) => logger.warn({ err: error }, 'a websocket could not be opened'),
  })
  return app
}
