import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { PothosValidationError } from '@pothos/core'
import { type GraphQLFormattedError, GraphQLError } from 'graphql'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { typeset } from '../domain/typography.ts'
import type { GraphqlContext } from './context.ts'

const INTERNAL = 'INTERNAL_SERVER_ERROR'

/** Whether an error is our own answer to a caller, which they may read; everything else may hold data. */
function isMeantForCallers(error: unknown): boolean {
  const original = unwrapResolverError(error)
  return original instanceof GraphQLError && original.extensions.code !== INTERNAL
}

/** Said by graphql of variables, before any field is read, without a code: that too many of them are wrong. */
function isUnreadQuestion({ path, extensions }: GraphQLFormattedError, error: unknown): boolean {
  return path === undefined && isMeantForCallers(error) && extensions?.['code'] === INTERNAL
}

const REFUSED_CHARACTER = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal('22021') }) }) }),
})

/** PostgreSQL's text has no U+0000: whoever sends one in a filter or a cursor made a mistake, the server did not. */
function isRefusedCharacter(error: unknown): boolean {
  return REFUSED_CHARACTER.safeParse(unwrapResolverError(error)).success
}

/** Whether an error is the server's own: it is masked, and logged. */
export function isUnexpected(error: unknown): boolean {
  return !isMeantForCallers(error) && !isRefusedCharacter(error)
}

/** Leaves what callers may read, and says nothing of the rest: neither Prisma's messages nor data go out. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (unwrapResolverError(error) instanceof PothosValidationError || isUnreadQuestion(formatted, error)) {
    return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT' } }
  }
  if (isMeantForCallers(error)) return { ...formatted, message: typeset(formatted.message) }
  const { locations, path } = formatted
  const [message, code] = isRefusedCharacter(error)
    ? ['Un texte de cette demande contient le caractère U+0000, que rien ne peut garder.', 'BAD_USER_INPUT']
    : ['Une erreur inattendue s’est produite.', INTERNAL]
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } }
}

/** Logs what was masked with the request's id, and gives that id to the caller. */
export function reportUnexpectedErrors(logger: Pick<FastifyBaseLogger, 'error'>): ApolloServerPlugin<GraphqlContext> {
  return {
    contextCreationDidFail({ error }) {
      if (!isUnexpected(error)) return Promise.resolve()
      logger.error({ err: error }, 'a GraphQL request could not be prepared')
      return Promise.resolve()
    },
    requestDidStart() {
      return Promise.resolve({
        didEncounterErrors({ errors, contextValue: { requestId }, operationName }) {
          for (const error of errors) {
            if (!isUnexpected(error)) continue
            logger.error(
              { err: unwrapResolverError(error), requestId, operationName, path: error.path },
              'a GraphQL field failed',
            )
          }
          return Promise.resolve()
        },
        willSendResponse({ response: { body }, contextValue: { requestId } }) {
          if (body.kind === 'single') {
            for (const error of body.singleResult.errors ?? []) {
              if (error.extensions?.['code'] === INTERNAL) Object.assign(error.extensions, { requestId })
            }
          }
          return Promise.resolve()
        },
      })
    },
  }
}
