import type { PrismaClient } from '@pupitre/prisma'
import Fastify from 'fastify'
import { registerAuthRoutes } from '../src/auth/auth-routes.ts'
import { createAuth } from '../src/auth/create-auth.ts'
import { createRateLimits } from '../src/auth/rate-limits.ts'
import type { Letter } from '../src/domain/mail.ts'
import { silentLogger } from './silent-logger.ts'

/** The routes of accounts as they are served, with what they would post and tell. */
export function authServer(prisma: PrismaClient, { publicUrl = 'http://127.0.0.1:4000', trustProxy = false } = {}) {
  const config = { publicUrl, authSecret: 'un secret qui ne sert que dans les tests', demo: false }
  const ended: string[] = []
  const auth = createAuth({
    prisma,
    config,
    mail: () => mail,
    onSessionEnded: ({ userId }) => void ended.push(userId),
    logger: silentLogger,
  })
  const fastify = Fastify({ trustProxy })
  const letters: Letter[] = []
  const mail = { post: (_tx: unknown, posted: readonly Letter[]) => Promise.resolve(void letters.push(...posted)) }
  const limits = createRateLimits({ prisma, secret: `${config.authSecret} ${crypto.randomUUID()}` })
  registerAuthRoutes(fastify, { auth, publicUrl, prisma, mail, limits })
  const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
    fastify.inject({ method: 'POST', url: `/api/auth${path}`, headers: { origin: publicUrl, ...headers }, payload })
  const cookieOf = (response: Awaited<ReturnType<typeof post>>) =>
    response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return { auth, publicUrl, fastify, post, cookieOf, letters, ended }
}
