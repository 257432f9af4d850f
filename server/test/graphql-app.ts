import { randomUUID } from 'node:crypto'
import { SEEING_AS_HEADER } from '@pupitre/document'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { PrismaClient, User } from '@pupitre/prisma'
import { registerAuthRoutes } from '../src/auth/auth-routes.ts'
import { createAuth } from '../src/auth/create-auth.ts'
import { callerFromHeaders } from '../src/auth/caller-from-headers.ts'
import { seeAs } from '../src/auth/see-as.ts'
import { registerSyncTicketRoute } from '../src/auth/sync-ticket-route.ts'
import { createRateLimits } from '../src/auth/rate-limits.ts'
import { createSyncTickets } from '../src/auth/sync-tickets.ts'
import { viewerFromHeaders } from '../src/auth/viewer-from-headers.ts'
import { type ChangeBus, createChangeBus } from '../src/bus/change-bus.ts'
import { publishTitres } from '../src/bus/publish-titres.ts'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import type { LiveText } from '../src/domain/live-text.ts'
import type { Letter, Mail } from '../src/domain/mail.ts'
import { registerGraphql } from '../src/graphql/create-graphql.ts'
import type { Budgets } from '../src/graphql/limits/budgets.ts'
import type { RegisteredOperations } from '../src/graphql/limits/registered-operations.ts'
import { invitationSecret } from '../src/mail/invitation-secret.ts'
import { createSyncServer } from '../src/sync/sync-server.ts'
import { createWebhookPort } from '../src/webhooks/open-webhooks.ts'
import { ImportDesk } from '../src/exchange/import/import-desk.ts'
import { registerImportRoutes } from '../src/http/import-routes.ts'
import { registerStreamRoutes } from '../src/http/stream-routes.ts'
import { acceptUpgrades } from '../src/http/upgrade.ts'
import type { Door } from '../src/http/visit.ts'
import { AUTH_SECRET, PASSWORD } from './factories.ts'

const PUBLIC_URL = 'http://127.0.0.1:4000'

/** What the web app's client asks for: it tells refusals by their status. */
const GRAPHQL_JSON = 'application/graphql-response+json'

/** What a query answered. */
export interface Answer {
  status: number
  data: unknown
  errors: { message: string; path?: unknown; extensions: Record<string, unknown> }[]
}

export interface GraphqlApp {
  fastify: FastifyInstance
  /** Where what is committed is told. */
  bus: ChangeBus
  liveText: LiveText
  /** What was posted since the start, sent or not. */
  letters: Letter[]
  /** The secret of an invitation's link. */
  secretOf: Mail['secretOf']
  /** Signs in by the real route; the cookie goes into `query`. */
  signIn(user: User): Promise<string>
  query(request: {
    query: string
    variables?: Record<string, unknown>
    cookie?: string | null
    /** The secret of a key of the API. */
    apiKey?: string | null
    /** The uuid of the member as whom the caller sees. */
    seeingAs?: string | null
  }): Promise<Answer>
  close(): Promise<void>
}

/** The API as the server serves it, with its real sessions, without listening. */
export async function startGraphqlApp({
  prisma,
  connectionString,
  logger = false,
  budgets = null,
  queryTimeoutMs,
  registered,
}: {
  prisma: PrismaClient
  connectionString: string
  budgets?: Budgets | null
  queryTimeoutMs?: number
  registered?: RegisteredOperations
  logger?: FastifyServerOptions['logger']
}): Promise<GraphqlApp> {
  const fastify = Fastify({ logger, genReqId: () => randomUUID() })
  const config = { publicUrl: PUBLIC_URL, authSecret: AUTH_SECRET, demo: false }
  const bus = createChangeBus()
  const letters: Letter[] = []
  const mail: Mail = {
    post: (_tx, posted) => Promise.resolve(void letters.push(...posted)),
    secretOf: (invitation) => invitationSecret({ key: config.authSecret, ...invitation }),
  }
  const auth = createAuth({
    prisma,
    config,
    mail: () => mail,
    onSessionEnded: ({ userId }) => bus.publishRights({ userIds: [userId] }),
    logger: fastify.log,
  })
  const limits = createRateLimits({ prisma, secret: config.authSecret })
  const tickets = createSyncTickets({ prisma, clock: () => new Date() })
  registerAuthRoutes(fastify, { auth, publicUrl: PUBLIC_URL, prisma, mail, limits })
  registerSyncTicketRoute(fastify, { auth, prisma, tickets })
  const sync = createSyncServer({
    database: { connectionString },
    authorise: ({ viewer, ref }) => judgeDocument({ prisma, viewer, ref }),
    logger: fastify.log,
    onTitres: (ficheIds) => {
      publishTitres({ prisma, bus, ficheIds }).catch((error: unknown) => fastify.log.error(error))
    },
  })
  const subscriptions = await registerGraphql(fastify, {
    prisma,
    liveText: sync.liveText,
    bus,
    mail,
    webhooks: createWebhookPort({ authSecret: config.authSecret, allowLoopback: false }),
    budgets,
    ...(queryTimeoutMs !== undefined && { queryTimeoutMs }),
    ...(registered && { registered }),
    viewerOf: ({ headers }) => callerFromHeaders({ auth, prisma, headers }),
    reloadViewer: (viewer) => Promise.resolve(viewer),
  })
  await registerImportRoutes(fastify, {
    desk: new ImportDesk({
      prisma,
      liveText: sync.liveText,
      bus: createChangeBus(),
      onError: (error) => fastify.log.error(error),
    }),
    prisma,
    viewerOf: ({ headers }) => viewerFromHeaders({ auth, prisma, headers }),
    isTrustedOrigin: (origin) => origin === PUBLIC_URL,
  })
  fastify.addHook('preClose', () => subscriptions.close())
  const door: Door = {
    isTrustedOrigin: (origin) => origin === PUBLIC_URL,
    identify: ({ headers }) => viewerFromHeaders({ auth, prisma, headers }),
    redeemTicket: (visit) => tickets.redeemTicket(visit),
    seeAs: (viewer, membreId) => seeAs({ prisma, viewer }, membreId),
  }
  await registerStreamRoutes(fastify, { ...door, sync, subscriptions })
  acceptUpgrades(fastify.server, {
    ...door,
    sync,
    subscriptions,
    onError: (error) => fastify.log.error(error),
  })
  await fastify.ready()

  return {
    fastify,
    bus,
    liveText: sync.liveText,
    letters,
    secretOf: (invitation) => mail.secretOf(invitation),
    async signIn(user) {
      const response = await fastify.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { origin: PUBLIC_URL },
        payload: { email: user.email, password: PASSWORD },
      })
      if (response.statusCode !== 200) throw new Error(`sign-in answered ${response.statusCode}: ${response.body}`)
      return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    },
    async query({ cookie, apiKey, seeingAs, ...payload }) {
      const response = await fastify.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          accept: GRAPHQL_JSON,
          ...(cookie && { cookie }),
          ...(apiKey && { authorization: `Bearer ${apiKey}` }),
          ...(seeingAs && { [SEEING_AS_HEADER]: seeingAs }),
        },
        payload,
      })
      const { data = null, errors = [] } = response.json<Partial<Answer>>()
      return { status: response.statusCode, data, errors }
    },
    async close() {
      await fastify.close()
      await sync.close()
    },
  }
}
