import { describe, expect, it } from 'vitest'
import { authServer } from '../../test/auth-server.ts'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { createPasswordSetupLink } from './password-link.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)
const server = (options?: Parameters<typeof authServer>[1]) => authServer(prisma, options)

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
