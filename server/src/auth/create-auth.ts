import type { PrismaClient } from '@pupitre/prisma'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import type { Mail } from '../domain/mail.ts'
import { isDemoAddress } from './demo-accounts.ts'
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from './users.ts'
import { sessionToken } from './session-token.ts'
import { trustedOrigins } from './trusted-origins.ts'

/** What authentication needs to know of the configuration. */
export interface AuthSettings {
  /** Where browsers find the server; `https:` makes the session cookie secure. */
  publicUrl: string
  /** Signs the session cookies. */
  authSecret: string
  /** Whether the demonstration's accounts, whose password is public, may sign in. */
  demo: boolean
}

/** How precisely a session tells when it was last used. */
export const SESSION_UPDATE_AGE_S = 3600

export type Auth = ReturnType<typeof createAuth>

/**
 * E-mail and password, sessions in the database. Nobody signs up by themselves: people are created by an admin,
 * and set their password from a link.
 */
export function createAuth({
  prisma,
  config,
  mail,
  onSessionEnded = () => undefined,
  logger,
}: {
  prisma: PrismaClient
  config: AuthSettings
  /** Absent in commands, which send nothing. */
  mail?: () => Pick<Mail, 'post'>
  /** Told of each session that ends otherwise than by its time: its sockets are closed. */
  onSessionEnded?: (session: { userId: string }) => void
  logger: Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>
}) {
  return betterAuth({
    appName: 'Pupitre',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    trustedOrigins: trustedOrigins(config.publicUrl),
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_CHARACTERS,
      maxPasswordLength: MAX_PASSWORD_CHARACTERS,
      // Whoever had the old password is out.
      revokeSessionsOnPasswordReset: true,
    },
    session: { updateAge: SESSION_UPDATE_AGE_S },
    plugins: [sessionToken],
    ...(mail && {
      emailVerification: {
        // The link is made when the message is sent: see `Letter`.
        sendVerificationEmail: async ({ user }) =>
          prisma.$transaction((tx) => mail().post(tx, [{ kind: 'emailVerification', userId: user.id }])),
      },
    }),
    databaseHooks: {
      session: { delete: { after: (session) => Promise.resolve(onSessionEnded(session)) } },
      user: {
        update: {
          before: async ({ email }) => {
            if (typeof email !== 'string') return
            // Taken since the link was sent: the account says so, where the link would have led.
            if ((await prisma.user.count({ where: { email } })) > 0) {
              throw new APIError('FOUND', undefined, { location: '/compte?error=EMAIL_TAKEN' })
            }
            // An address changes by a link that was sent to it.
            return { data: { email, emailVerified: true } }
          },
        },
      },
    },
    // Names live in GraphQL, with the people that fiches name; so do sessions, whose tokens better-auth's list would show.
    disabledPaths: ['/update-user', '/delete-user', '/change-email', '/list-sessions'],
    // A copy of the database gives nobody a link that still works.
    verification: { storeIdentifier: 'hashed' },
    ...(!config.demo && { hooks: { before: refuseDemoAccounts } }),
    advanced: {
      cookiePrefix: 'pupitre',
      // Said, because better-auth lets every origin in when TEST or NODE_ENV=test happens to be in the environment.
      disableOriginCheck: false,
      useSecureCookies: new URL(config.publicUrl).protocol === 'https:',
      // Prisma draws the ids, as for every other row.
      database: { generateId: false },
      // Nothing shows or uses the addresses of people: they are not kept.
      ipAddress: { disableIpTracking: true },
    },
    // Ours (rate-limits.ts) counts failures by account and network: better-auth's counts every sign-in by address alone, and a
    // whole authority shares one.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message, ...details) => logger[level]({ details }, message) },
  })
}

const SignInBody = z.object({ email: z.string() })

/** Answers as a wrong password does. */
const refuseDemoAccounts = createAuthMiddleware(async ({ path, body }) => {
  const given = SignInBody.safeParse(body)
  if (path === '/sign-in/email' && given.success && isDemoAddress(given.data.email)) {
    throw APIError.from('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' })
  }
})
