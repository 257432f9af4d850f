import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { typeset } from '../domain/typography.ts'
import type { GraphqlContext } from './context.ts'
import { MAX_BODY_BYTES } from './limits/query-limits.ts'

/** Answers differ by who asks, and by what they can read. */
const VARY = 'accept, authorization, cookie'

const TOO_LARGE = 'FST_ERR_CTP_BODY_TOO_LARGE'

interface GraphqlRoute {
  apollo: ApolloServer<GraphqlContext>
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<GraphqlContext>
}

/** `GET` and `POST /graphql`: bodies are bounded, what is refused before it is GraphQL is answered as GraphQL answers, and nothing is kept on the way. */
export async function addGraphqlRoute(fastify: FastifyInstance, { apollo, context }: GraphqlRoute): Promise<void> {
  await fastify.register((scope, _options, done) => {
    scope.addHook('onSend', async (_request, reply) => {
      // No answer is of public data yet: whatever lies between keeps none of them.
      void reply.header('cache-control', 'private, no-store').header('vary', VARY)
    })
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      const { statusCode = 500 } = error
      if (statusCode >= 500) throw error
      return reply.status(statusCode).send({ errors: [refusal(error)] })
    })
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      bodyLimit: MAX_BODY_BYTES,
      handler: fastifyApolloHandler(apollo, { context }),
    })
    done()
  })
}

function refusal({ code }: FastifyError) {
  if (code === TOO_LARGE) {
    const message = `Cette demande est trop lourde : ${MAX_BODY_BYTES / 1024 / 1024} Mo au plus.`
    return { message: typeset(message), extensions: { code: 'BODY_TOO_LARGE' } }
  }
  const message = 'Cette demande n’est pas lisible : envoyez du JSON, en application/json.'
  return { message: typeset(message), extensions: { code: 'BAD_REQUEST' } }
}
