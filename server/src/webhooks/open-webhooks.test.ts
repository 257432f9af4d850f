import { describe, expect, it, onTestFinished } from 'vitest'
import { AUTH_SECRET } from '../../test/factories.ts'
import { answering, hanging, isSignedBy, startWebhookReceiver } from '../../test/webhook-receiver.ts'
import { webhookScene } from '../../test/webhook-scene.ts'
import { drawSigningSecret } from '../domain/webhook/signing-secret.ts'
import { MAX_ATTEMPTS } from './retry-delay.ts'
import { createSecretBox } from './secret-box.ts'

const DAY_MS = 24 * 3_600_000
const SOON = { timeout: 15_000, interval: 50 }

const scene = webhookScene()

describe('webhooks', { timeout: 60_000 }, () => {
  it('are tried again after 500, with the same id and body, until they take it', async () => {
    const { webhook, secret } = await scene.told()
    scene.receiver.answers.push(answering(500, 'Panne'))
    const webhooks = scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    await expect.poll(async () => (await scene.deliveriesOf(webhook))[0]?.failure, SOON).toBe('STATUT')
    const [failed] = await scene.deliveriesOf(webhook)
    expect(failed).toMatchObject({ status: 'EN_ATTENTE', attempts: 1, httpStatus: 500, answer: 'Panne' })
    expect((await scene.prisma.webhook.findUniqueOrThrow({ where: { id: webhook.id } })).failingSince).not.toBeNull()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(2)
    const [first, second] = scene.receiver.received
    expect([second?.id, second?.body]).toEqual([first?.id, first?.body])
    expect(second && isSignedBy(secret, second)).toBe(true)
    await expect
      .poll(async () => (await scene.deliveriesOf(webhook))[0], SOON)
      .toMatchObject({ status: 'LIVREE', attempts: 2 })
    expect((await scene.prisma.webhook.findUniqueOrThrow({ where: { id: webhook.id } })).failingSince).toBeNull()
    expect(webhooks.tally()).toEqual({ delivered: 1, retried: 1, abandoned: 0, disabled: 0 })
  })

  it('are signed by two secrets while the one before holds, and by one after', async () => {
    const { webhook, secret } = await scene.told()
    const next = drawSigningSecret()
    const previousSecret = createSecretBox(AUTH_SECRET).seal(next, webhook.id)
    await scene.prisma.webhook.update({
      where: { id: webhook.id },
      data: { previousSecret, previousSecretUntil: new Date(Date.now() + DAY_MS) },
    })
    scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    const [both] = scene.receiver.received
    expect(both && [isSignedBy(secret, both), isSignedBy(next, both)]).toEqual([true, true])
    const past = new Date(Date.now() - 1_000)
    await scene.prisma.webhook.update({
      where: { id: webhook.id },
      data: { previousSecretUntil: past, secretIssuedAt: new Date(past.getTime() - DAY_MS) },
    })
    await scene.testOf(webhook)
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(2)
    const [, alone] = scene.receiver.received
    expect(alone && [isSignedBy(secret, alone), isSignedBy(next, alone)]).toEqual([true, false])
  })

  it('of a key that has expired are sent nothing, and what waited goes once it is renewed', async () => {
    const { apiKey, webhook } = await scene.told()
    const issuedAt = new Date(Date.now() - 40 * DAY_MS)
    await scene.prisma.apiKey.update({
      where: { id: apiKey.id },
      data: { issuedAt, expiresAt: new Date(Date.now() - 1_000) },
    })
    await scene.testOf(webhook)
    const { webhook: witness } = await scene.told()
    const webhooks = scene.open()
    await expect
      .poll(async () => (await scene.deliveriesOf(witness)).map(({ status }) => status), SOON)
      .toEqual(['LIVREE'])
    expect(await scene.deliveriesOf(webhook)).toMatchObject([{ kind: 'ESSAI', status: 'EN_ATTENTE', attempts: 0 }])
    expect(await webhooks.health()).toEqual({ waiting: 0, oldestDueSeconds: 0 })
    await scene.prisma.apiKey.update({ where: { id: apiKey.id }, data: { expiresAt: new Date(Date.now() + DAY_MS) } })
    await expect
      .poll(async () => (await scene.deliveriesOf(webhook)).map(({ status }) => status), SOON)
      .toEqual(['LIVREE', 'LIVREE'])
  })

  it('that take nothing for days are disabled, and each admin is written to once', async () => {
    const { collectivite, webhook } = await scene.told()
    const { user } = await scene.make.membre({ collectivite, role: 'ADMIN' })
    const { user: second } = await scene.make.membre({ collectivite, role: 'ADMIN' })
    await scene.make.membre({ collectivite, role: 'EDITEUR' })
    const wait = (days: number) =>
      scene.prisma.webhookDelivery.create({
        data: {
          webhookId: webhook.id,
          collectiviteId: collectivite.id,
          kind: 'CHANGEMENTS',
          body: '{}',
          attempts: MAX_ATTEMPTS - 1,
          createdAt: new Date(Date.now() - days * DAY_MS),
        },
      })
    const failSince = (ms: number) =>
      scene.prisma.webhook.update({ where: { id: webhook.id }, data: { failingSince: new Date(Date.now() - ms) } })
    // A day of tries, for less than three days: that event is given up, and it alone.
    await failSince(3 * DAY_MS - 60_000)
    await wait(1)
    scene.receiver.answers.push(answering(500))
    const webhooks = scene.open()
    await expect.poll(() => webhooks.tally(), SOON).toMatchObject({ abandoned: 1, disabled: 0 })
    const { disabledAt } = await scene.prisma.webhook.findUniqueOrThrow({ where: { id: webhook.id } })
    expect([disabledAt, webhooks.letters]).toEqual([null, []])
    // What changed at its creation is announced, and taken: then nothing waits any more.
    await expect.poll(() => webhooks.tally(), SOON).toMatchObject({ delivered: 1 })
    await failSince(3 * DAY_MS)
    scene.receiver.answers.push(answering(500))
    await wait(1)
    await expect.poll(() => webhooks.tally(), SOON).toMatchObject({ disabled: 1 })
    expect((await scene.prisma.webhook.findUniqueOrThrow({ where: { id: webhook.id } })).disabledAt).not.toBeNull()
    expect(webhooks.letters).toHaveLength(2)
    expect(webhooks.letters).toEqual(
      expect.arrayContaining(
        [user, second].map(({ id }) => ({ kind: 'webhookDisabled', webhookId: webhook.id, userId: id })),
      ),
    )
    const [line] = await scene.prisma.journalEntry.findMany({
      where: { collectiviteId: collectivite.id, relation: 'webhook', operation: 'CHANGEMENT' },
    })
    expect(line).toMatchObject({ origine: 'SYSTEME', userId: null, avant: { disabled_at: null } })
  })

  it('whose receivers hang hold up those of nobody else', async () => {
    const { apiKey, collectivite } = await scene.told()
    scene.receiver.answers.push(...Array.from({ length: 50 }, () => hanging))
    await Promise.all([1, 2, 3, 4].map(() => scene.make.webhook({ apiKey, url: scene.receiver.url })))
    const more = await scene.make.apiKey({ collectivite })
    await Promise.all([1, 2, 3, 4, 5].map(() => scene.make.webhook({ apiKey: more.apiKey, url: scene.receiver.url })))
    scene.open({ timeoutMs: 20_000 })
    // As many as one collectivité may have at once.
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(4)
    const fine = await startWebhookReceiver()
    onTestFinished(() => fine.close())
    const { apiKey: other } = await scene.make.apiKey()
    const { webhook } = await scene.make.webhook({ apiKey: other, url: fine.url })
    await scene.testOf(webhook)
    await expect.poll(() => fine.received.length, SOON).toBeGreaterThan(0)
    expect(scene.receiver.received).toHaveLength(4)
  })

  it('are sent each event by one process of several', async () => {
    const { webhook } = await scene.told()
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { apiKey } = await scene.make.apiKey()
        const { webhook: one } = await scene.make.webhook({ apiKey, url: scene.receiver.url })
        await scene.testOf(one)
      }),
    )
    for (let processes = 0; processes < 3; processes += 1) scene.open()
    await expect.poll(() => scene.prisma.webhookDelivery.count({ where: { status: 'EN_ATTENTE' } }), SOON).toBe(0)
    await expect.poll(async () => (await scene.deliveriesOf(webhook)).length, SOON).toBe(1)
    await expect.poll(() => scene.prisma.webhookDelivery.count({ where: { status: 'EN_ATTENTE' } }), SOON).toBe(0)
    const ids = scene.receiver.received.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(await scene.prisma.webhookDelivery.count({ where: { status: 'LIVREE' } }))
  })

  it('being sent when a process stops are given back at once, and sent by another with the same id', async () => {
    const { webhook } = await scene.told()
    scene.receiver.answers.push(hanging)
    const first = scene.open({ timeoutMs: 60_000 })
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    await first.close()
    expect(await scene.deliveriesOf(webhook)).toMatchObject([{ status: 'EN_ATTENTE', attempts: 0, claimedUntil: null }])
    scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(2)
    expect(scene.receiver.received[1]?.id).toBe(scene.receiver.received[0]?.id)
  })
})
