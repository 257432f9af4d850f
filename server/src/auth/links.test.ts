import { describe, expect, it } from 'vitest'
import { authServer } from '../../test/auth-server.ts'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { compose } from '../mail/compose.ts'
import { createPasswordSetupLink } from './password-link.ts'
import { MESSAGES_TO_ADDRESS } from './rate-limits.ts'
import { createUser } from './users.ts'
import { viewerFromHeaders } from './viewer-from-headers.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)
const server = (options?: Parameters<typeof authServer>[1]) => authServer(prisma, options)

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
