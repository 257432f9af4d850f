import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { SeeingAsRefusedError } from '../auth/seeing-as-refused.ts'
import { ApiKeyRefusedError } from '../domain/api-key/api-key-refused.ts'
import { refusals } from '../domain/refusals.ts'
import { typeset } from '../domain/typography.ts'
import type { Standing } from './limits/budgets.ts'
import { refusedRequest } from './limits/over-budget.ts'

/**
 * Answers, before anything of it is read, a request that shows a key which opens nothing: 401, and what to do; or that asks to see as
 * somebody as whom its caller may not: 403. `pay`: its network does, or it would try keys for nothing. What else went wrong stays as it is.
 */
export function refusedCaller(error: unknown, pay: () => Standing | undefined): unknown {
  if (!(error instanceof ApiKeyRefusedError) && !(error instanceof SeeingAsRefusedError)) return error
  const standing = pay()
  if (standing?.retryAfterSeconds != null) return refusedRequest(standing.retryAfterSeconds)
  refusals.publish({ by: 'rights', reason: error.code })
  const http =
    error instanceof SeeingAsRefusedError
      ? { status: 403 }
      : { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) }
  return new GraphQLError(typeset(error.message), { extensions: { code: error.code, http } })
}
