import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyBaseLogger } from 'fastify'
import { OperationTypeNode } from 'graphql'
import { refusals } from '../../domain/refusals.ts'
import type { GraphqlContext } from '../context.ts'
import type { Budgets } from './budgets.ts'
import { costOf } from './operation-size.ts'
import { overBudget } from './over-budget.ts'
import { REQUEST_POINTS } from './query-limits.ts'
import { TIMEOUT } from './run.ts'

/** What a document that asks for nothing readable is refused with: its answer is well formed. */
const DOCUMENT_ERRORS: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'QUERY_TOO_LARGE',
]

/**
 * Refuses, before anything is executed, an operation that asks for too much or that its caller has no points left for, and tells in each answer
 * what it cost.
 */
export function limitOperations({
  budgets,
  logger,
}: {
  budgets: Budgets | null
  logger: Pick<FastifyBaseLogger, 'warn'>
}): ApolloServerPlugin<GraphqlContext> {
  return {
    requestDidStart() {
      let cost = REQUEST_POINTS
      let remaining: number | undefined
      return Promise.resolve({
        didResolveOperation({ schema, document, operation, request, response, contextValue: { payer } }) {
          // Apollo gives a refusal made here the status that the answer has.
          response.http.status = 400
          const fields = operation ? costOf({ schema, document, operation, variables: request.variables }) : 0
          const standing = payer === undefined ? undefined : budgets?.take(payer, fields)
          if (standing?.retryAfterSeconds != null) {
            response.http.status = 429
            response.http.headers.set('retry-after', `${standing.retryAfterSeconds}`)
            throw overBudget(standing.retryAfterSeconds)
          }
          cost += fields
          remaining = standing?.remaining
          delete response.http.status
          return Promise.resolve()
        },
        willSendResponse({ request, response, operation, operationName, contextValue: { payer, requestId, run } }) {
          const { body, http } = response
          if (body.kind !== 'single') return Promise.resolve()
          if (run?.stopped && operation?.operation === OperationTypeNode.QUERY) {
            const { message, extensions } = run.stopped
            if (extensions['code'] === TIMEOUT) {
              refusals.publish({ by: 'limit', reason: 'TIME' })
              logger.warn({ requestId, operationName }, 'a query took too long')
            }
            body.singleResult = { errors: [{ message, extensions: { ...extensions, requestId } }] }
            http.status = 503
          }
          const [error] = body.singleResult.errors ?? []
          if (http.status === 400 && takesPlainJson(request) && DOCUMENT_ERRORS.includes(error?.extensions?.['code'])) {
            http.status = 200
          }
          remaining ??= payer === undefined ? undefined : budgets?.take(payer, 0).remaining
          const told = { points: cost, ...(budgets && remaining !== undefined && { remaining, limit: budgets.limit }) }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: told }
          http.headers.set('pupitre-cost', `${cost}`)
          if (budgets && remaining !== undefined) {
            http.headers.set('ratelimit-policy', `"points";q=${budgets.limit};w=60`)
            http.headers.set('ratelimit', `"points";r=${remaining}`)
          }
          return Promise.resolve()
        },
      })
    },
  }
}

/**
 * Whether the caller knows nothing of `application/graphql-response+json`: to those GraphQL over HTTP answers 200, since what lies between may
 * have said 400 as well.
 */
function takesPlainJson({ http }: { http?: { headers: { get: (name: string) => string | undefined } } }): boolean {
  return !http?.headers.get('accept')?.includes('application/graphql-response+json')
}
