import { randomUUID } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChangeBus } from '../bus/change-bus.ts'
import type { Mail } from '../domain/mail.ts'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { WebhookPort } from '../domain/webhook/webhook-port.ts'
import type { GraphqlContext } from './context.ts'
import { createApollo } from './create-apollo.ts'
import { addGraphqlRoute } from './graphql-route.ts'
import type { Budgets } from './limits/budgets.ts'
import { refusedRequest } from './limits/over-budget.ts'
import { networkPayer, payerOf } from './limits/payer.ts'
import { QUERY_TIMEOUT_MS, REQUEST_POINTS } from './limits/query-limits.ts'
import type { RegisteredOperations } from './limits/registered-operations.ts'
import { startRun } from './limits/run.ts'
import { createLoaders } from './loaders.ts'
import { observatoireSchema } from './observatoire/observatoire-schema.ts'
import { refusedCaller } from './refused-caller.ts'
import { schema } from './schema.ts'
import { isBy } from './subscription/alike.ts'
import { createSharedReads, type Reader } from './subscription/shared-reads.ts'
import { type SubscriptionServer, createSubscriptionServer } from './subscription/subscription-server.ts'

export interface GraphqlOptions {
  prisma: PrismaClient
  liveText: LiveText
  bus: ChangeBus
  mail: Mail
  webhooks: WebhookPort
  /** What each may spend; null: whatever they like. */
  budgets: Budgets | null
  queryTimeoutMs?: number
  /** What the web application sends by its hash. */
  registered?: RegisteredOperations
  plugins?: readonly ApolloServerPlugin<GraphqlContext>[]
  /**
   * Who sends this request, by their session or their key; null when nobody is signed in. Rejects with ApiKeyRefusedError, or
   * with SeeingAsRefusedError.
   */
  viewerOf: (request: FastifyRequest) => Promise<Viewer | null>
  /** A viewer as they are now, from their session or their key; null when it has ended. */
  reloadViewer: (viewer: Viewer) => Promise<Viewer | null>
}

/**
 * Serves the API at `/graphql`: POST, and GET for queries from callers that say `apollo-require-preflight`. Those who
 * show a key are answered by the observatory's part of the schema. Answers the server of its subscriptions, which the http layer gives its
 * sockets to.
 */
export async function registerGraphql(
  fastify: FastifyInstance,
  {
    prisma,
    liveText,
    bus,
    mail,
    webhooks,
    budgets,
    queryTimeoutMs = QUERY_TIMEOUT_MS,
    registered = new Map(),
    plugins = [],
    viewerOf,
    reloadViewer,
  }: GraphqlOptions,
): Promise<SubscriptionServer> {
  const serving = { fastify, budgets, registered, plugins }
  const apollo = await createApollo({ ...serving, schema })
  const forKeys = await createApollo({ ...serving, schema: observatoireSchema })

  const createContext = (reader: Reader, requestId: string = randomUUID()): GraphqlContext => ({
    ...reader,
    liveText,
    bus,
    mail,
    webhooks,
    loaders: createLoaders(reader),
    requestId,
  })
  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => {
    const viewer = await viewerOf(request).catch((error: unknown) => {
      throw refusedCaller(error, () => budgets?.take(networkPayer(request.ip), REQUEST_POINTS))
    })
    const payer = payerOf({ viewer, ip: request.ip })
    // Before the document is read: whoever has nothing left does not have the server parse.
    const standing = budgets?.take(payer, REQUEST_POINTS)
    if (standing?.retryAfterSeconds != null) throw refusedRequest(standing.retryAfterSeconds)
    const { run, end } = startRun({ timeoutMs: queryTimeoutMs })
    reply.raw.once('close', end)
    return { ...createContext({ prisma, viewer }, request.id), payer, run }
  }
  await addGraphqlRoute(fastify, { apollo, schema, forKeys, schemaForKeys: observatoireSchema, context })

  const sharedReads = createSharedReads(prisma)
  const contexts = new WeakMap<Reader, GraphqlContext>()
  const contextOf = (reader: Reader): GraphqlContext => {
    const known = contexts.get(reader) ?? createContext(reader)
    contexts.set(reader, known)
    return known
  }
  return createSubscriptionServer({
    bus,
    budgets,
    reloadViewer,
    createContext: (viewer, { alone }) => ({
      ...createContext({ prisma, viewer }),
      about: async (event) => contextOf(await sharedReads(event).as(viewer, { alone: alone || isBy(event, viewer) })),
    }),
    onError: (err) => fastify.log.error({ err }, 'a GraphQL subscription failed'),
  })
}
