import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createFactories } from '../../test/factories.ts'
import { silentLogger } from '../../test/silent-logger.ts'
import { linkIn, startSmtpServer } from '../../test/smtp-server.ts'
import { testDatabase } from '../../test/test-database.ts'
import { createAuth } from '../auth/create-auth.ts'
import { compose } from './compose.ts'
import { openMail } from './open-mail.ts'

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const publicUrl = 'http://127.0.0.1:4000'
const authSecret = 'un secret qui ne sert que dans les tests'
const auth = createAuth({ prisma, config: { publicUrl, authSecret, demo: false }, logger: silentLogger })
const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-mail-'))
afterAll(() => rm(dataDir, { recursive: true }))

async function open(smtpUrl: string | null) {
  const mail = await openMail({
    connectionString,
    prisma,
    auth,
    publicUrl,
    authSecret,
    smtpUrl,
    mailFrom: 'Pupitre <pupitre@exemple.fr>',
    dataDir,
    logger: silentLogger,
    retries: { firstDelaySeconds: 1, longestDelaySeconds: 2, limit: 5 },
  })
  onTestFinished(() => mail.close())
  return mail
}

async function smtp() {
  const server = await startSmtpServer()
  onTestFinished(() => server.close())
  return server
}

const soon = { timeout: 20_000 }

describe('mail', { timeout: 40_000 }, () => {
  it('sends what was posted once its transaction is committed, and nothing of one that is undone', async () => {
    const server = await smtp()
    const mail = await open(server.url)
    const [undone, done] = [await make.person(), await make.person()]
    await prisma
      .$transaction(async (tx) => {
        await mail.post(tx, [{ kind: 'passwordReset', email: undone.user.email }])
        throw new Error('undone')
      })
      .catch(() => undefined)
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email: done.user.email }]))
    await expect.poll(() => server.to(done.user.email).length, soon).toBe(1)
    expect(server.to(undone.user.email)).toEqual([])
    const [message] = server.to(done.user.email)
    expect(message?.raw).toMatch(/^From: Pupitre <pupitre@exemple.fr>/m)
    const link = linkIn(message)
    expect(link.pathname).toBe('/mot-de-passe')
    // What is in the queue opens nothing.
    const token = link.searchParams.get('token') ?? ''
    const jobs = await prisma.$queryRaw<
      { text: string }[]
    >`SELECT job::text AS text FROM pgboss.job WHERE name = 'mail'`
    expect(token.length).toBeGreaterThan(20)
    expect(JSON.stringify(jobs)).not.toContain(token)
  })

  it('tries again when the mail server refuses for now, and sends once', async () => {
    const server = await smtp()
    server.refusals.push({ responseCode: 451 }, { responseCode: 421 })
    const mail = await open(server.url)
    const { user } = await make.person()
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email: user.email }]))
    await expect.poll(() => server.to(user.email).length, soon).toBe(1)
    expect(server.tries()).toBe(3)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(server.to(user.email)).toHaveLength(1)
  })

  it('stops at a refusal for good', async () => {
    const server = await smtp()
    server.refusals.push({ responseCode: 550 })
    const mail = await open(server.url)
    const { user } = await make.person()
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email: user.email }]))
    await expect.poll(() => server.tries(), soon).toBe(1)
    const other = await make.person()
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email: other.user.email }]))
    await expect.poll(() => server.to(other.user.email).length, soon).toBe(1)
    expect(server.to(user.email)).toEqual([])
  })

  it('sends nothing to an address without an account', async () => {
    const server = await smtp()
    const mail = await open(server.url)
    const { user } = await make.person()
    await prisma.$transaction((tx) =>
      mail.post(tx, [
        { kind: 'passwordReset', email: 'inconnu@exemple.fr' },
        { kind: 'passwordReset', email: user.email },
      ]),
    )
    await expect.poll(() => server.received.map(({ to }) => to), soon).toEqual([[user.email]])
  })

  it('tells an admin of a webhook that was given up, as long as it is and they are', async () => {
    const server = await smtp()
    const mail = await open(server.url)
    const collectivite = await make.collectivite()
    const { user } = await make.membre({ collectivite, role: 'ADMIN' })
    const { user: former } = await make.membre({ collectivite, role: 'EDITEUR' })
    const { apiKey } = await make.apiKey({ collectivite, nom: 'Observatoire' })
    const gone = { disabledAt: new Date(), failingSince: new Date('2026-03-12T10:00:00Z') }
    const webhookOf = async (data: { disabledAt: Date | null; failingSince: Date | null }) => {
      const { webhook } = await make.webhook({ apiKey, url: 'https://receveur.exemple.fr/pupitre?jeton=tu' })
      return prisma.webhook.update({ where: { id: webhook.id }, data })
    }
    const [lost, mended, stopped] = [
      await webhookOf(gone),
      await webhookOf({ ...gone, disabledAt: null }),
      await webhookOf({ ...gone, failingSince: null }),
    ]
    const letter = ({ id: webhookId }: { id: string }, { id: userId }: { id: string }) =>
      ({ kind: 'webhookDisabled', webhookId, userId }) as const
    const parts = { prisma, auth, publicUrl, authSecret }
    for (const each of [letter(mended, user), letter(stopped, user), letter(lost, former)]) {
      expect(await compose(parts, each)).toBeNull()
    }
    await prisma.$transaction((tx) => mail.post(tx, [letter(lost, user)]))
    await expect.poll(() => server.received.map(({ to }) => to), soon).toEqual([[user.email]])
    const [message] = server.to(user.email)
    expect(message?.text).toContain(
      '«\u00a0Observatoire\u00a0» vers receveur.exemple.fr n’a rien reçu depuis le 12 mars 2026',
    )
    expect(message?.text).not.toContain('jeton')
    expect(linkIn(message).pathname).toBe(`/collectivites/${collectivite.siren}/cles-api`)
  })

  it('writes files without a mail server', async () => {
    const mail = await open(null)
    const { user } = await make.person()
    await prisma.$transaction((tx) => mail.post(tx, [{ kind: 'passwordReset', email: user.email }]))
    const outbox = join(dataDir, 'outbox')
    await expect.poll(() => readdir(outbox).catch(() => []), soon).toHaveLength(1)
    const [file = ''] = await readdir(outbox)
    expect(file).toMatch(/^[0-9a-f-]{36}\.eml$/)
    const raw = await readFile(join(outbox, file), 'utf8')
    expect(raw).toContain(`To: ${user.email}`)
  })
})
