import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { createFactories, PASSWORD } from '../../test/factories.ts'
import { silentLogger } from '../../test/silent-logger.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { Letter } from '../domain/mail.ts'
import { compose } from '../mail/compose.ts'
import { registerAuthRoutes } from './auth-routes.ts'
import { createAuth } from './create-auth.ts'
import { ACCOUNT_FROM_NETWORK, createRateLimits, MESSAGES_TO_ADDRESS } from './rate-limits.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)
const publicUrl = 'http://127.0.0.1:4000'
const authSecret = 'un secret qui ne sert que dans les tests'

const newAddress = (): string => `nouvelle.${crypto.randomUUID()}@exemple.fr`

/** Somebody signed in, and what they may ask of their account. */
async function signedIn() {
  const letters: Letter[] = []
  const mail = { post: (_tx: unknown, posted: readonly Letter[]) => Promise.resolve(void letters.push(...posted)) }
  const auth = createAuth({
    prisma,
    config: { publicUrl, authSecret, demo: false },
    mail: () => mail,
    logger: silentLogger,
  })
  const fastify = Fastify()
  const limits = createRateLimits({ prisma, secret: crypto.randomUUID() })
  registerAuthRoutes(fastify, { auth, publicUrl, prisma, mail, limits })
  const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
    fastify.inject({ method: 'POST', url: `/api/auth${path}`, headers: { origin: publicUrl, ...headers }, payload })
  const { user } = await make.person()
  const { cookies } = await post('/sign-in/email', { email: user.email, password: PASSWORD })
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return {
    user,
    letters,
    cookie,
    post,
    change: (payload: object, headers: Record<string, string> = {}) =>
      post('/change-email', payload, { cookie, ...headers }),
    /** Opens the link that was sent to the new address. */
    open: async (letter: Letter | undefined) => {
      const message = letter && (await compose({ prisma, auth, publicUrl, authSecret }, letter))
      if (!message) throw new Error('there is a message to send')
      const { pathname, search } = new URL(message.action.url)
      return fastify.inject({ method: 'GET', url: pathname + search, headers: { cookie } })
    },
  }
}

it('changes the address once the link sent to the new one is opened, once, and tells the former one at once', async () => {
  const { user, letters, change, open, post } = await signedIn()
  const newEmail = newAddress()
  expect((await change({ newEmail: newEmail.toUpperCase(), password: PASSWORD })).statusCode).toBe(200)
  expect(letters).toEqual([
    { kind: 'emailChange', userId: user.id, newEmail },
    { kind: 'emailChangeNotice', userId: user.id, email: user.email, newEmail },
  ])
  expect(await prisma.user.findUnique({ where: { id: user.id } })).toMatchObject({ email: user.email })
  expect((await open(letters[0])).headers.location).toBe('/compte?adresse=verifiee')
  expect(await prisma.user.findUnique({ where: { id: user.id } })).toMatchObject({
    email: newEmail,
    emailVerified: true,
  })
  expect((await post('/sign-in/email', { email: newEmail, password: PASSWORD })).statusCode).toBe(200)
  expect((await post('/sign-in/email', { email: user.email, password: PASSWORD })).statusCode).toBe(401)
})

it('gives the address of nobody else, and does not tell that it is one', async () => {
  const { letters, change, open, user } = await signedIn()
  const other = await make.person()
  const free = await change({ newEmail: newAddress(), password: PASSWORD })
  const [letter] = letters.splice(0)
  const taken = await change({ newEmail: other.user.email, password: PASSWORD })
  expect([taken.statusCode, taken.body]).toEqual([free.statusCode, free.body])
  expect(letters).toEqual([])
  // Taken by somebody else since the link was sent.
  const newEmail = letter?.kind === 'emailChange' ? letter.newEmail : ''
  await prisma.user.update({ where: { id: other.user.id }, data: { email: newEmail } })
  expect((await open(letter)).headers.location).toContain('error=EMAIL_TAKEN')
  expect(await prisma.user.findUnique({ where: { id: user.id } })).toMatchObject({ email: user.email })
})

it('asks for the password, a session, an address, and a page of this server', async () => {
  const { user, letters, change, post } = await signedIn()
  const newEmail = newAddress()
  expect((await change({ newEmail, password: 'pas le bon' })).json()).toEqual({ code: 'INVALID_PASSWORD' })
  expect((await change({ newEmail: 'rien', password: PASSWORD })).json()).toEqual({ code: 'INVALID_EMAIL' })
  expect((await change({ newEmail: user.email, password: PASSWORD })).json()).toEqual({ code: 'SAME_EMAIL' })
  expect((await change({ newEmail, password: PASSWORD }, { origin: 'https://ailleurs.fr' })).statusCode).toBe(403)
  expect((await post('/change-email', { newEmail, password: PASSWORD })).statusCode).toBe(401)
  expect(letters).toEqual([])
})

it('takes as many wrong passwords as a sign-in, and refuses the next one, right or wrong', async () => {
  const { change } = await signedIn()
  const newEmail = newAddress()
  for (let tries = 0; tries < ACCOUNT_FROM_NETWORK.max; tries += 1) {
    expect((await change({ newEmail, password: 'pas le bon' })).statusCode).toBe(400)
  }
  expect((await change({ newEmail, password: PASSWORD })).statusCode).toBe(429)
})

it.each([
  ['a change', '/change-email', (email: string) => ({ newEmail: email, password: PASSWORD })],
  ['a check', '/send-verification-email', (email: string) => ({ email })],
  ['a new password', '/request-password-reset', (email: string) => ({ email })],
])('sends an address as many messages about %s as it says, and not one more', async (_what, path, body) => {
  const { post, cookie, user } = await signedIn()
  const email = path === '/change-email' ? newAddress() : user.email
  for (let sent = 0; sent < MESSAGES_TO_ADDRESS.max; sent += 1) {
    expect((await post(path, body(email), { cookie })).statusCode).toBe(200)
  }
  const refused = await post(path, body(email), { cookie })
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    message: expect.stringContaining('Réessayez dans'),
  })
})
