import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ChangeBus } from '../bus/change-bus.ts'
import type { Mail } from '../domain/mail.ts'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { GraphqlContext } from './context.ts'
import { limitAliases } from './limits/alias-limit.ts'
import { MAX_TOKENS } from './limits/query-limits.ts'
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
  { prisma, liveText, bus, mail, plugins = [], viewerOf, reloadViewer }: GraphqlOptions,
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
    formatError: maskError,
    plugins: [ApolloServerPluginLandingPageDisabled(), drain, reportUnexpectedErrors(fastify.log), ...plugins],
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
  const context = async (request: FastifyRequest) =>
    createContext({ prisma, viewer: await viewerOf(request) }, request.id)
  fastify.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(apollo, { context }) })

  const sharedReads = createSharedReads(prisma)
  return createSubscriptionServer({
    bus,
    reloadViewer,
    createContext: (viewer) => ({
      ...createContext({ prisma, viewer }),
      about: async (event) => createContext(await sharedReads(event).as(viewer)),
    }),
    onError: (err) => fastify.log.error({ err }, 'a GraphQL subscription failed'),
  })
}
