import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Mail } from '../domain/mail.ts'
import type { PrismaClient } from '@pupitre/prisma'
import type { Auth } from './create-auth.ts'
import { countersOf, messageCountersOf, tooMany, withinLimits } from './limited-sign-in.ts'
import { registerPasswordResetRoute } from './password-reset-route.ts'
import { registerEmailChangeRoute } from './email-change-route.ts'
import type { RateLimits } from './rate-limits.ts'
import { trustedOrigins } from './trusted-origins.ts'

export interface AuthRoutes {
  auth: Auth
  publicUrl: string
  prisma: PrismaClient
  mail: Pick<Mail, 'post'>
  limits: RateLimits
}

/** Passwords and e-mail addresses: nothing larger has a reason to come. */
const MAX_BODY_BYTES = 64 * 1024

/** Serves better-auth's own routes under `/api/auth`: sign-in, sign-out, passwords. */
export function registerAuthRoutes(
  fastify: FastifyInstance,
  { auth, publicUrl, prisma, mail, limits }: AuthRoutes,
): void {
  registerPasswordResetRoute(fastify, { prisma, mail, limits })
  const trusted = trustedOrigins(publicUrl)
  registerEmailChangeRoute(fastify, {
    auth,
    prisma,
    mail,
    limits,
    isTrustedOrigin: (origin) => trusted.includes(origin),
  })
  // better-auth reads the raw body: the parsers that the other routes rely on stay out of this scope.
  void fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    )
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const messages = messageCountersOf(request)
        const until = messages.length > 0 ? await limits.take(messages) : null
        if (until) return tooMany(reply, until)
        const response = await withinLimits({ limits, counters: countersOf(request), reply }, () =>
          auth.handler(toWebRequest(request, publicUrl)),
        )
        return response ? answer(response, reply) : reply
      },
    })
    done()
  })
}

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const { body } = request
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers: fromNodeHeaders(request.headers),
    body: Buffer.isBuffer(body) && body.length > 0 ? new Uint8Array(body) : null,
  })
}

async function answer(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  void reply.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') void reply.header(name, value)
  })
  // One header per cookie: joined with commas, browsers keep the first only.
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  return reply.send(Buffer.from(await response.arrayBuffer()))
}
