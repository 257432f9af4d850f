import { constants } from 'node:zlib'
import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import fastifyCompress, { type FastifyCompressOptions } from '@fastify/compress'
import { SEEING_AS_HEADER } from '@pupitre/document'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { bearerOf } from '../auth/bearer.ts'
import { refusals } from '../domain/refusals.ts'
import { typeset } from '../domain/typography.ts'
import type { GraphqlContext } from './context.ts'
import { answerCsv, asksForCsv } from './csv/csv-answer.ts'
import { MAX_BODY_BYTES } from './limits/query-limits.ts'

/** Answers differ by who asks, and by what they can read. */
const VARY = `accept, authorization, cookie, ${SEEING_AS_HEADER}`

/** Whoever is not signed in reads the same: caches on the way may answer it again, for as long as what is no more public may be seen there. */
const OF_ANYBODY = 'public, max-age=60'

/** How an answer without errors begins: they are written first. */
const SUCCESS = '{"data":'

/** Answers are mostly names and ids that come again: a plan of 300 fiches is ten times smaller, for a millisecond or two. */
const COMPRESSION: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
}

const TOO_LARGE = 'FST_ERR_CTP_BODY_TOO_LARGE'

interface GraphqlRoute {
  apollo: ApolloServer<GraphqlContext>
  schema: GraphQLSchema
  /** Answers requests that show a key. */
  forKeys: ApolloServer<GraphqlContext>
  schemaForKeys: GraphQLSchema
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<GraphqlContext>
}

/** `GET` and `POST /graphql`: bodies are bounded, what is refused before it is GraphQL is answered as GraphQL answers, and nothing is kept on the way but what anybody is answered. Whoever accepts `text/csv` is answered a table. */
export async function addGraphqlRoute(
  fastify: FastifyInstance,
  { apollo, schema, forKeys, schemaForKeys, context }: GraphqlRoute,
): Promise<void> {
  await fastify.register(async (scope) => {
    scope.addHook('onSend', async (request, reply, payload) => {
      const kept = isOfAnybody(request) && reply.statusCode === 200 && isSuccess(payload)
      void reply.header('cache-control', kept ? OF_ANYBODY : 'private, no-store').header('vary', VARY)
    })
    await scope.register(fastifyCompress, COMPRESSION)
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      const { statusCode = 500 } = error
      if (statusCode >= 500) throw error
      return reply.status(statusCode).send({ errors: [refusal(error)] })
    })
    const answer = fastifyApolloHandler(apollo, { context })
    const answerKey = fastifyApolloHandler(forKeys, { context })
    scope.route<{ Reply: string }>({
      method: ['GET', 'POST'],
      url: '/graphql',
      bodyLimit: MAX_BODY_BYTES,
      handler(request, reply) {
        const asked =
          bearerOf(request.headers) === null ? { schema, answer } : { schema: schemaForKeys, answer: answerKey }
        const answered = () => asked.answer.call(this, request, reply)
        return asksForCsv(request.headers) ? answerCsv(asked.schema, { request, reply, answer: answered }) : answered()
      },
    })
  })
}

/** A query that shows nothing of who asks. */
function isOfAnybody({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers.cookie === undefined && headers.authorization === undefined
}

function isSuccess(payload: unknown): boolean {
  return typeof payload === 'string' && payload.startsWith(SUCCESS)
}

function refusal({ code }: FastifyError) {
  if (code === TOO_LARGE) {
    refusals.publish({ by: 'limit', reason: 'BODY' })
    const message = `Cette demande est trop lourde : ${MAX_BODY_BYTES / 1024 / 1024} Mo au plus.`
    return { message: typeset(message), extensions: { code: 'BODY_TOO_LARGE' } }
  }
  const message = 'Cette demande n’est pas lisible : envoyez du JSON, en application/json.'
  return { message: typeset(message), extensions: { code: 'BAD_REQUEST' } }
}
