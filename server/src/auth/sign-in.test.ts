import { describe, expect, it } from 'vitest'
import { authServer } from '../../test/auth-server.ts'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { ACCOUNT_FROM_NETWORK, NETWORK, networkOf } from './rate-limits.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)
const server = (options?: Parameters<typeof authServer>[1]) => authServer(prisma, options)

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
    const { post } = server({ publicUrl: 'http://127.0.0.1:4000' })
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
      const { cookies } = await server({ publicUrl }).post('/sign-in/email', { email: user.email, password: PASSWORD })
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
      const { post } = server({ trustProxy })
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
