import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { silentLogger } from '../../test/silent-logger.ts'
import { testDatabase } from '../../test/test-database.ts'
import { registerAuthRoutes } from './auth-routes.ts'
import { createAuth } from './create-auth.ts'
import { createPasswordSetupLink } from './password-link.ts'
import { createUser } from './users.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)

function server(publicUrl = 'http://127.0.0.1:4000') {
  const config = { publicUrl, authSecret: 'un secret qui ne sert que dans les tests', demo: false }
  const auth = createAuth({ prisma, config, logger: silentLogger })
  const fastify = Fastify()
  registerAuthRoutes(fastify, { auth, publicUrl })
  const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
    fastify.inject({ method: 'POST', url: `/api/auth${path}`, headers: { origin: publicUrl, ...headers }, payload })
  const cookieOf = (response: Awaited<ReturnType<typeof post>>) =>
    response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return { auth, publicUrl, post, cookieOf }
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
