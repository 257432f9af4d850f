import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { silentLogger } from '../../test/silent-logger.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { Letter } from '../domain/mail.ts'
import { compose } from '../mail/compose.ts'
import { registerAuthRoutes } from './auth-routes.ts'
import { createAuth } from './create-auth.ts'
import { createPasswordSetupLink } from './password-link.ts'
import { ACCOUNT_FROM_NETWORK, createRateLimits, MESSAGES_TO_ADDRESS, NETWORK, networkOf } from './rate-limits.ts'
import { createUser } from './users.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)

function server(publicUrl = 'http://127.0.0.1:4000', { trustProxy = false } = {}) {
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

describe('sign-in', () => {
  it('opens a session from an e-mail in any case, which tells who asks, with their roles and services', async () => {
    const { auth, post, cookieOf } = server()
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const { user } = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    const response = await post('/sign-in/email', { email: user.email.toUpperCase(), password: PASSWORD })
    expect(response.statusCode).toBe(200)
    const viewer = await viewerFromHeaders({ auth, prisma, headers: { cookie: cookieOf(response) } })
    expect(viewer).toMatchObject({
      userId: user.id,
      name: user.name,
      email: user.email,
      memberships: [{ collectiviteId: collectivite.id, role: 'CONTRIBUTEUR', serviceIds: [service.id] }],
    })
  })

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const { post } = server()
    const { user } = await make.person()
    const wrong = await post('/sign-in/email', { email: user.email, password: 'pas le bon' })
    const unknown = await post('/sign-in/email', { email: 'personne@exemple.fr', password: 'pas le bon' })
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body])
    expect(wrong.statusCode).toBe(401)
  })

  it('is closed to who registers by themselves', async () => {
    const { post } = server()
    const email = 'intrus@exemple.fr'
    const { statusCode } = await post('/sign-up/email', { email, password: PASSWORD, name: 'Intrus' })
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(await prisma.user.count({ where: { email } })).toBe(0)
  })

  it('refuses pages of other sites, and takes each name of one’s own machine', async () => {
    const { post } = server('http://127.0.0.1:4000')
    const { user } = await make.person()
    const signIn = (origin: string) =>
      post('/sign-in/email', { email: user.email, password: PASSWORD }, { origin, cookie: 'a=b' })
    expect((await signIn('http://ailleurs.example')).statusCode).toBe(403)
    expect((await signIn('http://localhost:4000')).statusCode).toBe(200)
  })

  it('makes the cookie secure when the public address is, and never readable by scripts', async () => {
    const { user } = await make.person()
    for (const [publicUrl, secure] of [
      ['https://pupitre.exemple.fr', true],
      ['http://127.0.0.1:4000', undefined],
    ] as const) {
      const { cookies } = await server(publicUrl).post('/sign-in/email', { email: user.email, password: PASSWORD })
      expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      expect(cookies[0]?.secure).toBe(secure)
    }
  })

  it('ends at sign-out, and the cookie no longer works', async () => {
    const { auth, post, cookieOf } = server()
    const { user } = await make.person()
    const cookie = cookieOf(await post('/sign-in/email', { email: user.email, password: PASSWORD }))
    expect((await post('/sign-out', {}, { cookie })).statusCode).toBe(200)
    expect(await viewerFromHeaders({ auth, prisma, headers: { cookie } })).toBeNull()
  })
})

describe('a session', () => {
  async function signedIn() {
    const { auth, post, cookieOf, fastify } = server()
    const { user } = await make.person()
    const cookie = cookieOf(await post('/sign-in/email', { email: user.email, password: PASSWORD }))
    // The factory opens one too: this one is the newest.
    const session = await prisma.session.findFirstOrThrow({
      where: { userId: user.id },
      orderBy: { createdAt: 'desc' },
    })
    return { fastify, cookie, session, viewer: () => viewerFromHeaders({ auth, prisma, headers: { cookie } }) }
  }

  it('is prolonged while it is used, once an hour', async () => {
    const { session, viewer } = await signedIn()
    const stored = () => prisma.session.findUniqueOrThrow({ where: { id: session.id } })
    await viewer()
    expect(await stored()).toEqual(session)
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    const soon = new Date(session.expiresAt.getTime() - 2 * 3_600_000)
    await prisma.$executeRaw`UPDATE session SET updated_at = ${longAgo}, expires_at = ${soon} WHERE id = ${session.id}::uuid`
    expect(await viewer()).toMatchObject({ sessionId: session.id })
    expect((await stored()).expiresAt.getTime()).toBeGreaterThanOrEqual(session.expiresAt.getTime())
  })

  it('that has ended is nobody’s, and is cleared away', async () => {
    const { session, viewer } = await signedIn()
    await prisma.session.update({ where: { id: session.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await viewer()).toBeNull()
    expect(await prisma.session.findUnique({ where: { id: session.id } })).toBeNull()
  })

  it('opens nothing with its bare token, nor with one that another server signed', async () => {
    const { auth } = server()
    const { cookie, session } = await signedIn()
    const [name = ''] = cookie.split('=')
    const signed = decodeURIComponent(cookie.slice(name.length + 1))
    const forged = `${session.token}.${Buffer.from(signed.split('.')[1] ?? '', 'base64')
      .fill(7)
      .toString('base64')}`
    for (const value of [session.token, forged, `${signed}x`, '']) {
      const headers = { cookie: `${name}=${encodeURIComponent(value)}` }
      expect(await viewerFromHeaders({ auth, prisma, headers }), value).toBeNull()
    }
  })

  it('shows its token to nobody over the network', async () => {
    const { fastify, cookie } = await signedIn()
    const { statusCode } = await fastify.inject({ url: '/api/auth/read-session-token', headers: { cookie } })
    expect(statusCode).toBe(404)
  })
})

describe('the link to set a password', () => {
  it('works once, then the person signs in; what is stored of it is no link', async () => {
    const { auth, publicUrl, post } = server()
    const user = await createUser({ tx: prisma, name: 'Awa', email: `Awa.${crypto.randomUUID()}@exemple.fr` })
    const link = new URL(await createPasswordSetupLink({ auth, userId: user.id, publicUrl }))
    expect(link.origin + link.pathname).toBe(`${publicUrl}/mot-de-passe`)
    const token = link.searchParams.get('token') ?? ''
    const stored = await prisma.verification.findMany({ where: { value: user.id } })
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(token)

    const set = () => post('/reset-password', { token, newPassword: 'un premier mot de passe' })
    expect((await set()).statusCode).toBe(200)
    expect((await set()).statusCode).toBe(400)
    const signIn = await post('/sign-in/email', { email: user.email, password: 'un premier mot de passe' })
    expect(signIn.statusCode).toBe(200)
  })

  it('no longer works once a newer one is made', async () => {
    const { auth, publicUrl, post } = server()
    const { user } = await make.person()
    const other = (await make.person()).user
    const token = async (userId: string) =>
      new URL(await createPasswordSetupLink({ auth, userId, publicUrl })).searchParams.get('token')
    const [older, others, newer] = [await token(user.id), await token(other.id), await token(user.id)]
    const set = async (of: string | null) =>
      (await post('/reset-password', { token: of, newPassword: 'un autre mot de passe' })).statusCode
    expect([await set(older), await set(newer), await set(others)]).toEqual([400, 200, 200])
  })

  it('no longer works after its time', async () => {
    const { auth, publicUrl, post } = server()
    const { user } = await make.person()
    const link = new URL(await createPasswordSetupLink({ auth, userId: user.id, publicUrl }))
    await prisma.verification.updateMany({ where: { value: user.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    const token = link.searchParams.get('token')
    expect((await post('/reset-password', { token, newPassword: 'un autre mot de passe' })).statusCode).toBe(400)
  })

  it('signs out whoever had the old password', async () => {
    const { auth, publicUrl, post, cookieOf } = server()
    const { user } = await make.person()
    const cookie = cookieOf(await post('/sign-in/email', { email: user.email, password: PASSWORD }))
    const link = new URL(await createPasswordSetupLink({ auth, userId: user.id, publicUrl }))
    await post('/reset-password', { token: link.searchParams.get('token'), newPassword: 'un autre mot de passe' })
    expect(await viewerFromHeaders({ auth, prisma, headers: { cookie } })).toBeNull()
  })
})

describe('the limit of sign-ins', () => {
  const wrong = (email: string) => ({ email, password: 'pas le bon' })

  it('takes as many wrong passwords as it says, and refuses the next one, right or wrong, saying when to come back', async () => {
    const { post } = server()
    const { user } = await make.person()
    for (let tries = 0; tries < ACCOUNT_FROM_NETWORK.max; tries += 1) {
      expect((await post('/sign-in/email', wrong(user.email))).statusCode).toBe(401)
    }
    const refused = await post('/sign-in/email', { email: user.email, password: PASSWORD })
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      message: 'Trop d’essais en peu de temps. Réessayez dans 15 minutes.',
    })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(14 * 60)
    // Someone else of the same network is not held.
    const { user: colleague } = await make.person()
    expect((await post('/sign-in/email', { email: colleague.email, password: PASSWORD })).statusCode).toBe(200)
  }, 30_000)

  it('counts tries sent at once', async () => {
    const { post } = server()
    const sent = Array.from({ length: ACCOUNT_FROM_NETWORK.max + 5 }, () =>
      post('/sign-in/email', wrong('x@exemple.fr')),
    )
    const codes = (await Promise.all(sent)).map(({ statusCode }) => statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(ACCOUNT_FROM_NETWORK.max)
    expect(codes.filter((code) => code === 429)).toHaveLength(5)
  }, 30_000)

  it('does not count those that succeed: a whole authority shares one address', async () => {
    const { user } = await make.person()
    const { post } = server()
    for (let tries = 0; tries <= ACCOUNT_FROM_NETWORK.max; tries += 1) {
      expect((await post('/sign-in/email', { email: user.email, password: PASSWORD })).statusCode).toBe(200)
    }
  }, 30_000)

  it('believes X-Forwarded-For only of a proxy that it trusts', async () => {
    const email = 'cible@exemple.fr'
    for (const [trustProxy, last] of [
      [false, 429],
      [true, 401],
    ] as const) {
      const { post } = server('http://127.0.0.1:4000', { trustProxy })
      let status = 0
      for (let tries = 0; tries <= ACCOUNT_FROM_NETWORK.max; tries += 1) {
        const headers = { 'x-forwarded-for': `192.0.2.${tries}` }
        status = (await post('/sign-in/email', wrong(email), headers)).statusCode
      }
      expect(status).toBe(last)
    }
  }, 60_000)

  it('counts IPv6 by the network of a subscriber', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(NETWORK.max).toBeGreaterThan(ACCOUNT_FROM_NETWORK.max)
  })
})

describe('a forgotten password', () => {
  it('answers and posts the same whether the address has an account or not, up to its limit', async () => {
    const { post, letters } = server()
    const { user } = await make.person()
    const known = await post('/request-password-reset', { email: user.email.toUpperCase() })
    const unknown = await post('/request-password-reset', { email: 'inconnue@exemple.fr' })
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    expect(known.statusCode).toBe(200)
    expect(letters).toEqual([
      { kind: 'passwordReset', email: user.email },
      { kind: 'passwordReset', email: 'inconnue@exemple.fr' },
    ])
    for (let sent = 1; sent < MESSAGES_TO_ADDRESS.max; sent += 1) {
      expect((await post('/request-password-reset', { email: user.email })).statusCode).toBe(200)
    }
    expect((await post('/request-password-reset', { email: user.email })).statusCode).toBe(429)
  })

  it('refuses what is no address', async () => {
    expect((await server().post('/request-password-reset', { email: 'rien' })).statusCode).toBe(400)
  })
})

describe('a session that ends', () => {
  it('is told of, so that its sockets close: at sign-out, with another password, and with a new one by a link', async () => {
    const { auth, publicUrl, post, cookieOf, ended } = server()
    const { user } = await make.person()
    const signIn = async (password: string) => cookieOf(await post('/sign-in/email', { email: user.email, password }))
    await post('/sign-out', {}, { cookie: await signIn(PASSWORD) })
    expect(ended).toEqual([user.id])

    const [one, two] = [await signIn(PASSWORD), await signIn(PASSWORD)]
    const passwords = { currentPassword: PASSWORD, newPassword: 'un autre mot de passe', revokeOtherSessions: true }
    const wrong = await post('/change-password', { ...passwords, currentPassword: 'pas le bon' }, { cookie: one })
    expect(wrong.json()).toMatchObject({ code: 'INVALID_PASSWORD' })
    const changed = await post('/change-password', passwords, { cookie: one })
    expect(changed.statusCode).toBe(200)
    expect(ended.length).toBeGreaterThan(1)
    expect(await viewerFromHeaders({ auth, prisma, headers: { cookie: two } })).toBeNull()
    expect(await viewerFromHeaders({ auth, prisma, headers: { cookie: cookieOf(changed) } })).not.toBeNull()

    const before = ended.length
    const link = new URL(await createPasswordSetupLink({ auth, userId: user.id, publicUrl }))
    await post('/reset-password', { token: link.searchParams.get('token'), newPassword: 'un troisième' })
    expect(ended.length).toBeGreaterThan(before)
  }, 20_000)
})

describe('the check of an address', () => {
  it('is posted without its link, and done by the one that is sent', async () => {
    const { auth, post, cookieOf, letters } = server()
    const { user } = await make.person()
    const cookie = cookieOf(await post('/sign-in/email', { email: user.email, password: PASSWORD }))
    expect((await post('/send-verification-email', { email: user.email }, { cookie })).statusCode).toBe(200)
    expect(letters).toEqual([{ kind: 'emailVerification', userId: user.id }])
    const config = { publicUrl: 'http://127.0.0.1:4000', authSecret: 'un secret qui ne sert que dans les tests' }
    const message = await compose({ prisma, auth, ...config }, { kind: 'emailVerification', userId: user.id })
    const answer = await auth.handler(new Request(message?.action.url ?? ''))
    expect(answer.headers.get('location')).toContain('/compte')
    expect(await prisma.user.findUnique({ where: { id: user.id } })).toMatchObject({ emailVerified: true })
    expect(await compose({ prisma, auth, ...config }, { kind: 'emailVerification', userId: user.id })).toBeNull()
  })

  it('leaves names to the API', async () => {
    const { post, cookieOf } = server()
    const { user } = await make.person()
    const cookie = cookieOf(await post('/sign-in/email', { email: user.email, password: PASSWORD }))
    for (const path of ['/update-user', '/delete-user']) {
      expect((await post(path, { name: 'Autre' }, { cookie })).statusCode).toBe(404)
    }
  })
})
