import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refusals } from '../domain/refusals.ts'
import {
  ACCOUNT,
  ACCOUNT_FROM_NETWORK,
  type Counter,
  MESSAGES_FROM_NETWORK,
  MESSAGES_TO_ADDRESS,
  NETWORK,
  networkOf,
  type RateLimits,
} from './rate-limits.ts'

const body = z.object({ email: z.string() })

/** What a sign-in, or a change of password, counts on; none for any other route. */
export function countersOf(request: FastifyRequest): Counter[] {
  const network = networkOf(request.ip)
  const { pathname } = new URL(request.url, 'http://localhost')
  if (pathname === '/api/auth/change-password') return [{ limit: NETWORK, of: network }]
  if (pathname !== '/api/auth/sign-in/email') return []
  const email = emailIn(request.body)
  return [
    { limit: NETWORK, of: network },
    { limit: ACCOUNT_FROM_NETWORK, of: `${email} ${network}` },
    { limit: ACCOUNT, of: email },
  ]
}

/** What a message that anybody may have sent to an address counts on, sent or not; none for any other route. */
export function messageCountersOf(request: FastifyRequest): Counter[] {
  const { pathname } = new URL(request.url, 'http://localhost')
  if (pathname !== '/api/auth/send-verification-email') return []
  return [
    { limit: MESSAGES_TO_ADDRESS, of: emailIn(request.body) },
    { limit: MESSAGES_FROM_NETWORK, of: networkOf(request.ip) },
  ]
}

/** Whatever was sent counts: a body that cannot be read is a try on the address "". */
function emailIn(raw: unknown): string {
  try {
    return body
      .parse(JSON.parse(String(raw)))
      .email.trim()
      .toLowerCase()
  } catch {
    return ''
  }
}

/** Lets a try go on, or answers 429 and when to come back. A success costs nothing. */
export async function withinLimits(
  { limits, counters, reply }: { limits: RateLimits; counters: readonly Counter[]; reply: FastifyReply },
  run: () => Promise<Response>,
): Promise<Response | null> {
  if (counters.length === 0) return run()
  const until = await limits.take(counters)
  if (until) {
    await tooMany(reply, until)
    return null
  }
  const response = await run()
  if (response.ok) await limits.giveBack(counters)
  return response
}

/** The answer past a limit: when to try again, in words and in seconds. */
export function tooMany(reply: FastifyReply, until: Date): FastifyReply {
  refusals.publish({ by: 'limit', reason: 'SIGN_IN' })
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000))
  const minutes = Math.ceil(seconds / 60)
  return reply
    .status(429)
    .header('retry-after', seconds)
    .send({
      code: 'TOO_MANY_ATTEMPTS',
      message: `Trop d’essais en peu de temps. Réessayez dans ${minutes} ${minutes > 1 ? 'minutes' : 'minute'}.`,
      retryAfterSeconds: seconds,
    })
}
