import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { GraphqlContext } from './context.ts'
import { limitAliases } from './limits/alias-limit.ts'
import type { Budgets } from './limits/budgets.ts'
import { limitOperations } from './limits/limit-operations.ts'
import { MAX_TOKENS } from './limits/query-limits.ts'
import { type RegisteredOperations, registeredCache } from './limits/registered-operations.ts'
import { maskError, reportUnexpectedErrors } from './masked-errors.ts'

interface ApolloParts {
  fastify: FastifyInstance
  schema: GraphQLSchema
  budgets: Budgets | null
  registered: RegisteredOperations
  plugins: readonly ApolloServerPlugin<GraphqlContext>[]
}

/** A started server of a schema: the same limits, budgets and masking of errors, whoever it answers. */
export async function createApollo({
  fastify,
  schema,
  budgets,
  registered,
  plugins,
}: ApolloParts): Promise<ApolloServer<GraphqlContext>> {
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
      // It looks at every field, for hints that the schema does not have; graphql-route.ts says what may be kept.
      ApolloServerPluginCacheControlDisabled(),
      drain,
      limitOperations({ budgets, logger: fastify.log }),
      reportUnexpectedErrors(fastify.log),
      ...plugins,
    ],
  })
  await apollo.start()
  return apollo
}
