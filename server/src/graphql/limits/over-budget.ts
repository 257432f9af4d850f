import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { refusals } from '../../domain/refusals.ts'

/** Answers a request for which no points are left: nothing of it was done. */
export function overBudget(retryAfterSeconds: number): GraphQLError {
  refusals.publish({ by: 'limit', reason: 'BUDGET' })
  const wait = retryAfterSeconds > 1 ? `${retryAfterSeconds} secondes` : 'une seconde'
  return new GraphQLError(`Beaucoup de demandes en peu de temps. Réessayez dans ${wait}.`, {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds },
  })
}

/** The same, for Apollo to answer before it has read the request. */
export function refusedRequest(retryAfterSeconds: number): GraphQLError {
  const { message, extensions } = overBudget(retryAfterSeconds)
  const http = { status: 429, headers: new HeaderMap([['retry-after', `${retryAfterSeconds}`]]) }
  return new GraphQLError(message, { extensions: { ...extensions, http } })
}
