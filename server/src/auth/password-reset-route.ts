import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Mail } from '../domain/mail.ts'
import { tooMany } from './limited-sign-in.ts'
import { MESSAGES_FROM_NETWORK, MESSAGES_TO_ADDRESS, networkOf, type RateLimits } from './rate-limits.ts'

const bodySchema = z.object({ email: z.email().max(254) })

/**
 * `POST /api/auth/request-password-reset` `{ email }`: in place of better-auth's own. The account is looked up when the
 * message is sent, not here: known address or not, the same is done, as fast, and the same is answered.
 */
export function registerPasswordResetRoute(
  fastify: FastifyInstance,
  { prisma, mail, limits }: { prisma: PrismaClient; mail: Pick<Mail, 'post'>; limits: RateLimits },
): void {
  fastify.post('/api/auth/request-password-reset', async (request, reply) => {
    const body = bodySchema.safeParse(request.body)
    if (!body.success)
      return reply.status(400).send({ code: 'INVALID_EMAIL', message: 'Cette adresse est incomplète.' })
    const email = body.data.email.toLowerCase()
    const until = await limits.take([
      { limit: MESSAGES_TO_ADDRESS, of: email },
      { limit: MESSAGES_FROM_NETWORK, of: networkOf(request.ip) },
    ])
    if (until) return tooMany(reply, until)
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email }]))
    return reply.send({ status: true })
  })
}
