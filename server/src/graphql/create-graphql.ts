import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChangeBus } from '../bus/change-bus.ts'
import type { Mail } from '../domain/mail.ts'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { GraphqlContext } from './context.ts'
import { addGraphqlRoute } from './graphql-route.ts'
import { limitAliases } from './limits/alias-limit.ts'
import type { Budgets } from './limits/budgets.ts'
import { limitOperations } from './limits/limit-operations.ts'
import { refusedRequest } from './limits/over-budget.ts'
import { payerOf } from './limits/payer.ts'
import { MAX_TOKENS, QUERY_TIMEOUT_MS, REQUEST_POINTS } from './limits/query-limits.ts'
import { type RegisteredOperations, registeredCache } from './limits/registered-operations.ts'
import { startRun } from './limits/run.ts'
import { createLoaders } from './loaders.ts'
import { maskError, reportUnexpectedErrors } from './masked-errors.ts'
import { schema } from './schema.ts'
import { createSharedReads, type Reader } from './subscription/shared-reads.ts'
import { type SubscriptionServer, createSubscriptionServer } from './subscription/subscription-server.ts'

export interface GraphqlOptions {
  prisma: PrismaClient
  liveText: LiveText
  bus: ChangeBus
  mail: Mail
  /** What each may spend; null: whatever they like. */
  budgets: Budgets | null
  queryTimeoutMs?: number
  /** What the web application sends by its hash. */
  registered?: RegisteredOperations
  plugins?: readonly ApolloServerPlugin<GraphqlContext>[]
  /** Who sends this request; null when nobody is signed in. */
  viewerOf: (request: FastifyRequest) => Promise<Viewer | null>
  /** A viewer as they are now, from their session; null when it has ended. */
  reloadViewer: (viewer: Viewer) => Promise<Viewer | null>
}

/**
 * Serves the API at `/graphql`: POST, and GET for queries from callers that say `apollo-require-preflight`. Answers the server
 * of its subscriptions, which the http layer gives its sockets to.
 */
export async function registerGraphql(
  fastify: FastifyInstance,
  {
    prisma,
    liveText,
    bus,
    mail,
    budgets,
    queryTimeoutMs = QUERY_TIMEOUT_MS,
    registered = new Map(),
    plugins = [],
    viewerOf,
    reloadViewer,
  }: GraphqlOptions,
): Promise<SubscriptionServer> {
  const drain: ApolloServerPlugin<GraphqlContext> = fastifyApolloDrainPlugin(fastify)
  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The server stops everything in order by itself.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitAliases],
    persistedQueries: { cache: registeredCache(registered) },
    formatError: maskError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      drain,
      limitOperations({ budgets, logger: fastify.log }),
      reportUnexpectedErrors(fastify.log),
      ...plugins,
    ],
  })
  await apollo.start()

  const createContext = (reader: Reader, requestId: string = randomUUID()): GraphqlContext => ({
    ...reader,
    liveText,
    bus,
    mail,
    loaders: createLoaders(reader),
    requestId,
  })
  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => {
    const viewer = await viewerOf(request)
    const payer = payerOf({ viewer, ip: request.ip })
    // Before the document is read: whoever has nothing left does not have the server parse.
    const standing = budgets?.take(payer, REQUEST_POINTS)
    if (standing?.retryAfterSeconds != null) throw refusedRequest(standing.retryAfterSeconds)
    const { run, end } = startRun({ timeoutMs: queryTimeoutMs })
    reply.raw.once('close', end)
    return { ...createContext({ prisma, viewer }, request.id), payer, run }
  }
  await addGraphqlRoute(fastify, { apollo, context })

  const sharedReads = createSharedReads(prisma)
  return createSubscriptionServer({
    bus,
    budgets,
    reloadViewer,
    createContext: (viewer) => ({
      ...createContext({ prisma, viewer }),
      about: async (event) => createContext(await sharedReads(event).as(viewer)),
    }),
    onError: (err) => fastify.log.error({ err }, 'a GraphQL subscription failed'),
  })
}
