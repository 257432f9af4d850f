import type { PrismaClient } from '@pupitre/prisma'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Mail } from '../domain/mail.ts'
import type { Auth } from './create-auth.ts'
import { tooMany } from './limited-sign-in.ts'
import {
  ACCOUNT_FROM_NETWORK,
  MESSAGES_FROM_NETWORK,
  MESSAGES_TO_ADDRESS,
  NETWORK,
  networkOf,
  type RateLimits,
} from './rate-limits.ts'

const bodySchema = z.object({ newEmail: z.email().max(254).toLowerCase(), password: z.string().max(1000) })

interface EmailChange {
  auth: Auth
  prisma: PrismaClient
  mail: Pick<Mail, 'post'>
  limits: RateLimits
  isTrustedOrigin: (origin: string) => boolean
}

/**
 * `POST /api/auth/change-email` `{ newEmail, password }`: in place of better-auth's own, which asks for no password. The address
 * changes when the link sent to the new one is opened; the former one is told at once. An address that has an account already is
 * answered as any other, and is sent nothing.
 */
export function registerEmailChangeRoute(fastify: FastifyInstance, parts: EmailChange): void {
  const { auth, prisma, mail, limits, isTrustedOrigin } = parts
  fastify.post('/api/auth/change-email', async (request, reply) => {
    const { origin } = request.headers
    if (origin !== undefined && !isTrustedOrigin(origin)) return reply.status(403).send({ code: 'INVALID_ORIGIN' })
    const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
    if (!found) return reply.status(401).send({ code: 'SIGNED_OUT' })
    const { user } = found
    const body = bodySchema.safeParse(request.body)
    if (!body.success) return reply.status(400).send({ code: 'INVALID_EMAIL' })
    const { newEmail, password } = body.data
    if (newEmail === user.email) return reply.status(400).send({ code: 'SAME_EMAIL' })

    const network = networkOf(request.ip)
    const tries = [
      { limit: NETWORK, of: network },
      { limit: ACCOUNT_FROM_NETWORK, of: `${user.email} ${network}` },
    ]
    const tried = await limits.take(tries)
    if (tried) return tooMany(reply, tried)
    if (!(await isPassword(auth, { userId: user.id, password }))) {
      return reply.status(400).send({ code: 'INVALID_PASSWORD' })
    }
    await limits.giveBack(tries)
    const posted = await limits.take([
      { limit: MESSAGES_TO_ADDRESS, of: newEmail },
      { limit: MESSAGES_FROM_NETWORK, of: network },
    ])
    if (posted) return tooMany(reply, posted)
    if ((await prisma.user.count({ where: { email: newEmail } })) === 0) {
      await prisma.$transaction((tx) =>
        mail.post(tx, [
          { kind: 'emailChange', userId: user.id, newEmail },
          { kind: 'emailChangeNotice', userId: user.id, email: user.email, newEmail },
        ]),
      )
    }
    return reply.send({ status: true })
  })
}

async function isPassword(auth: Auth, { userId, password }: { userId: string; password: string }): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context
  const accounts = await internalAdapter.findAccounts(userId)
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password
  return hash ? passwords.verify({ hash, password }) : false
}
