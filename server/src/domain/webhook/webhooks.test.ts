import type { ApiKey } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { AUTH_SECRET } from '../../../test/factories.ts'
import { createWebhookPort } from '../../webhooks/open-webhooks.ts'
import { createSecretBox } from '../../webhooks/secret-box.ts'
import { DAY_MS, MAX_OVERLAP_DAYS, OVERLAP_DAYS } from '../api-key/api-key-rules.ts'
import { revokeApiKey } from '../api-key/revoke-api-key.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { redeliverWebhook } from './redeliver-webhook.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { testWebhook } from './test-webhook.ts'
import { updateWebhook } from './update-webhook.ts'
import { MAX_WEBHOOKS } from './webhook-rules.ts'

const port = createWebhookPort({ authSecret: AUTH_SECRET, allowLoopback: false })
const box = createSecretBox(AUTH_SECRET)
const url = 'https://exemple.fr/pupitre'

describe('createWebhook', () => {
  it('answers a secret that is stored sealed, and that the journal has nothing of', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { user, viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite, nom: 'Observatoire' })
    const { webhookId, secret } = await act(viewer, (useCase) =>
      createWebhook(useCase, port, { apiKeyId: apiKey.id, url: ` ${url}#haut ` }),
    )
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const stored = await prisma.webhook.findUniqueOrThrow({ where: { id: webhookId } })
    expect(stored).toMatchObject({ apiKeyId: apiKey.id, url, createdById: user.id, disabledAt: null })
    expect(Buffer.from(stored.secret).toString('latin1')).not.toContain(secret.slice(6, 20))
    expect(box.open(stored.secret, webhookId)).toBe(secret)
    const entries = await prisma.journalEntry.findMany({
      where: { collectiviteId: collectivite.id, relation: 'webhook' },
    })
    expect(entries).toMatchObject([
      { operation: 'CREATION', userId: user.id, apres: { url, 'api_key_id:nom': 'Observatoire' } },
    ])
    expect(Object.keys(Object(entries[0]?.apres)).toSorted()).toEqual([
      'api_key_id',
      'api_key_id:nom',
      'secret_issued_at',
      'url',
    ])
  })

  it('follows what its key reads, and nothing of the others', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const feedOf = async (scopes: ApiKey['scopes']) => {
      const { apiKey } = await make.apiKey({ collectivite, scopes })
      const { webhookId: id } = await act(viewer, (useCase) =>
        createWebhook(useCase, port, { apiKeyId: apiKey.id, url }),
      )
      const { feed } = await prisma.webhook.findUniqueOrThrow({ where: { id }, include: { feed: true } })
      return [feed.audience, feed.collectiviteId]
    }
    expect(await feedOf(['PUBLIC'])).toEqual(['PUBLIC', null])
    expect(await feedOf(['LIRE'])).toEqual(['AGENT', collectivite.id])
    expect(await feedOf(['PUBLIC', 'ECRIRE'])).toEqual(['AGENT', collectivite.id])
    expect(await feedOf(['LIRE_TOUT'])).toEqual(['TOUT', collectivite.id])
  })

  it(`gives a key ${MAX_WEBHOOKS} webhooks and no more, also at once; a deleted one makes room`, async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    const create = () => act(viewer, (useCase) => createWebhook(useCase, port, { apiKeyId: apiKey.id, url }))
    for (let at = 0; at < MAX_WEBHOOKS - 1; at += 1) await create()
    const done = await Promise.allSettled([create(), create()])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(create()).rejects.toMatchObject({ issues: [{ code: 'TOO_MANY_WEBHOOKS' }] })
    const { id } = await prisma.webhook.findFirstOrThrow({ where: { apiKeyId: apiKey.id } })
    await act(viewer, (useCase) => deleteWebhook(useCase, id))
    await create()
  })

  it('wants a key that holds', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const before = (days: number) => new Date(Date.now() - days * DAY_MS)
    const { apiKey: expired } = await make.apiKey({ collectivite, issuedAt: before(9), expiresAt: before(1) })
    const { apiKey: revoked } = await make.apiKey({ collectivite })
    await act(viewer, (useCase) => revokeApiKey(useCase, revoked.id))
    const create = (apiKeyId: string) => act(viewer, (useCase) => createWebhook(useCase, port, { apiKeyId, url }))
    await expect(create(expired.id)).rejects.toMatchObject({ code: 'WEBHOOK_KEY_EXPIRED' })
    await expect(create(revoked.id)).rejects.toMatchObject({ code: 'API_KEY_NOT_FOUND' })
  })
})

describe('a webhook', () => {
  it('is the admins’: to the others there is none', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { apiKey } = await make.apiKey({ collectivite })
    const { webhook } = await make.webhook({ apiKey })
    const { id: webhookId } = webhook
    const delivery = await prisma.webhookDelivery.create({
      data: { webhookId, collectiviteId: collectivite.id, kind: 'CHANGEMENTS', body: '{}' },
    })
    const { viewer: éditeur } = await make.membre({ collectivite, role: 'EDITEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    for (const viewer of [éditeur, stranger, null]) {
      const absent = { code: 'WEBHOOK_NOT_FOUND' }
      await expect(act(viewer, (useCase) => testWebhook(useCase, webhookId))).rejects.toMatchObject(absent)
      await expect(act(viewer, (useCase) => deleteWebhook(useCase, webhookId))).rejects.toMatchObject(absent)
      await expect(act(viewer, (useCase) => rotateWebhookSecret(useCase, port, { webhookId }))).rejects.toMatchObject(
        absent,
      )
      await expect(
        act(viewer, (useCase) => updateWebhook(useCase, port, { webhookId, isActive: false })),
      ).rejects.toMatchObject(absent)
      await expect(act(viewer, (useCase) => redeliverWebhook(useCase, delivery.id))).rejects.toMatchObject({
        code: 'WEBHOOK_DELIVERY_NOT_FOUND',
      })
      await expect(
        act(viewer, (useCase) => createWebhook(useCase, port, { apiKeyId: apiKey.id, url })),
      ).rejects.toMatchObject({ code: 'API_KEY_NOT_FOUND' })
    }
  })

  it('keeps the secret before for the days that are said, and it alone', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    const { webhook, secret } = await make.webhook({ apiKey })
    const { id: webhookId } = webhook
    const rotate = (overlapDays?: number) =>
      act(viewer, (useCase) =>
        rotateWebhookSecret(useCase, port, { webhookId, ...(overlapDays !== undefined && { overlapDays }) }),
      )
    const stored = () => prisma.webhook.findUniqueOrThrow({ where: { id: webhookId } })
    const opened = (sealed: Uint8Array | null) => sealed && box.open(sealed, webhookId)

    const second = await rotate()
    const once = await stored()
    expect([opened(once.secret), opened(once.previousSecret)]).toEqual([second.secret, secret])
    expect((once.previousSecretUntil?.getTime() ?? 0) - once.secretIssuedAt.getTime()).toBe(OVERLAP_DAYS * DAY_MS)
    await rotate(MAX_OVERLAP_DAYS)
    expect(opened((await stored()).previousSecret)).toBe(second.secret)
    await rotate(0)
    expect(await stored()).toMatchObject({ previousSecret: null, previousSecretUntil: null })
    for (const overlapDays of [-1, MAX_OVERLAP_DAYS + 1, 0.5]) {
      await expect(rotate(overlapDays)).rejects.toMatchObject({ code: 'VALIDATION' })
    }
    // Each renewal is told.
    const told = await prisma.journalEntry.count({
      where: { collectiviteId: collectivite.id, relation: 'webhook', operation: 'CHANGEMENT' },
    })
    expect(told).toBe(3)
  })

  it('that is disabled is sent nothing that waited, and begins anew once it is not', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    const { id: webhookId } = (await make.webhook({ apiKey })).webhook
    const update = (change: { isActive?: boolean; url?: string }) =>
      act(viewer, (useCase) => updateWebhook(useCase, port, { webhookId, ...change }))
    const stored = () => prisma.webhook.findUniqueOrThrow({ where: { id: webhookId }, include: { deliveries: true } })
    const { deliveryId } = await act(viewer, (useCase) => testWebhook(useCase, webhookId))
    await expect(act(viewer, (useCase) => testWebhook(useCase, webhookId))).rejects.toMatchObject({
      code: 'WEBHOOK_TEST_WAITS',
    })
    const failingSince = new Date()
    await prisma.webhook.update({ where: { id: webhookId }, data: { failingSince } })
    await update({ isActive: false })
    const disabled = await stored()
    expect(disabled).toMatchObject({ failingSince, deliveries: [{ id: deliveryId, status: 'ABANDONNEE' }] })
    await update({ isActive: false })
    expect((await stored()).disabledAt).toEqual(disabled.disabledAt)
    const refused = { code: 'WEBHOOK_DISABLED' }
    await expect(act(viewer, (useCase) => testWebhook(useCase, webhookId))).rejects.toMatchObject(refused)
    await expect(act(viewer, (useCase) => redeliverWebhook(useCase, deliveryId))).rejects.toMatchObject(refused)
    await update({ isActive: true, url: `${url}/deux` })
    expect(await stored()).toMatchObject({ disabledAt: null, failingSince: null, url: `${url}/deux` })
    await expect(update({ url: 'http://exemple.fr' })).rejects.toMatchObject({ issues: [{ code: 'URL_NOT_HTTPS' }] })
  })

  it('is sent something again, or sooner, unless something newer waits', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    const { id: webhookId } = (await make.webhook({ apiKey })).webhook
    const of = { webhookId, collectiviteId: collectivite.id, kind: 'CHANGEMENTS', body: '{}' } as const
    const later = new Date(Date.now() + DAY_MS)
    const old = await prisma.webhookDelivery.create({
      data: { ...of, status: 'ABANDONNEE', nextAttemptAt: null, attempts: 11 },
    })
    const waiting = await prisma.webhookDelivery.create({ data: { ...of, nextAttemptAt: later, attempts: 3 } })
    const redeliver = (id: string) => act(viewer, (useCase) => redeliverWebhook(useCase, id))
    const stored = (id: string) => prisma.webhookDelivery.findUniqueOrThrow({ where: { id } })
    await expect(redeliver(old.id)).rejects.toMatchObject({ code: 'WEBHOOK_DELIVERY_WAITS' })
    await redeliver(waiting.id)
    const sooner = await stored(waiting.id)
    expect(sooner.attempts).toBe(3)
    expect(sooner.nextAttemptAt?.getTime()).toBeLessThanOrEqual(Date.now())
    await prisma.webhookDelivery.delete({ where: { id: waiting.id } })
    await redeliver(old.id)
    expect(await stored(old.id)).toMatchObject({ status: 'EN_ATTENTE', attempts: 0 })
  })

  it('goes with its key, at once', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    const { apiKey } = await make.apiKey({ collectivite })
    const { webhook } = await make.webhook({ apiKey })
    await act(viewer, (useCase) => testWebhook(useCase, webhook.id))
    await act(viewer, (useCase) => revokeApiKey(useCase, apiKey.id))
    expect(await prisma.webhook.count({ where: { apiKeyId: apiKey.id } })).toBe(0)
    expect(await prisma.webhookDelivery.count({ where: { webhookId: webhook.id } })).toBe(0)
  })
})
