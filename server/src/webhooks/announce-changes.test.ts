import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { startGraphqlApp } from '../../test/graphql-app.ts'
import { isSignedBy, startWebhookReceiver } from '../../test/webhook-receiver.ts'
import { webhookScene } from '../../test/webhook-scene.ts'

const SOON = { timeout: 15_000, interval: 50 }

const event = z.object({
  type: z.enum(['changes', 'test']),
  timestamp: z.iso.datetime(),
  data: z.object({ query: z.string().optional(), after: z.string().nullable().optional() }),
})

const page = z.object({
  changes: z.object({
    edges: z.array(z.object({ node: z.object({ type: z.string(), objet: z.object({}).nullable() }) })),
  }),
})

const scene = webhookScene()

describe('webhooks', { timeout: 60_000 }, () => {
  it('are told, signed, from where to ask what changed, by the key that may', async () => {
    const { prisma, connectionString } = scene
    const app = await startGraphqlApp({ prisma, connectionString })
    onTestFinished(() => app.close())
    const { plan, bearer, webhook, secret } = await scene.told()
    scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    // All that was there when it was created is folded by then.
    await expect
      .poll(async () => (await scene.deliveriesOf(webhook)).map(({ status }) => status), SOON)
      .toEqual(['LIVREE'])
    await scene.make.fiche({ plan, titre: 'Nouvelle' })
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(2)
    const [, second] = scene.receiver.received
    if (!second) throw new Error('it was received')
    expect(isSignedBy(secret, second)).toBe(true)
    expect(isSignedBy(secret, { ...second, body: second.body.replace('changes', 'change') })).toBe(false)
    expect(second.body).not.toContain('Nouvelle')
    const { type, data } = event.parse(JSON.parse(second.body))
    expect([type, data.query]).toEqual(['changes', 'changes'])
    const query = `{ changes(first: 100, after: "${data.after}") { edges { node { type objet { __typename } } } } }`
    const answer = page.parse((await app.query({ query, apiKey: bearer })).data)
    expect(answer.changes.edges.map(({ node }) => node.type).toSorted()).toEqual(['Fiche', 'Placement'])
    expect(await scene.deliveriesOf(webhook)).toMatchObject([
      {},
      { id: second.id, kind: 'CHANGEMENTS', status: 'LIVREE', attempts: 1, httpStatus: 204, failure: null },
    ])
  })

  it('are told nothing of what their key does not see', async () => {
    const { collectivite } = await scene.told(['LIRE'])
    const [plan, all] = [
      await scene.make.plan({ collectivite }),
      await scene.make.apiKey({ collectivite, scopes: ['LIRE_TOUT'] }),
    ]
    await scene.prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
    const whole = await startWebhookReceiver()
    onTestFinished(() => whole.close())
    await scene.make.webhook({ apiKey: all.apiKey, url: whole.url })
    scene.open()
    await expect.poll(() => [scene.receiver.received.length, whole.received.length], SOON).toEqual([1, 1])
    await scene.make.fiche({ plan })
    await expect.poll(() => whole.received.length, SOON).toBe(2)
    // Where the other was told so, it was not.
    expect(scene.receiver.received).toHaveLength(1)
  })

  it('of a key of what is public are told of that, by the query that anybody asks', async () => {
    const { prisma, connectionString } = scene
    const app = await startGraphqlApp({ prisma, connectionString })
    onTestFinished(() => app.close())
    const { webhook } = await scene.told(['PUBLIC'])
    const elsewhere = await scene.make.plan()
    scene.open()
    // Nothing is public yet: all that was done is of no interest to it.
    await expect.poll(() => prisma.feedTouch.count(), SOON).toBe(0)
    await prisma.plan.update({ where: { id: elsewhere.id }, data: { visibilite: 'PUBLIC' } })
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    const { data } = event.parse(JSON.parse(scene.receiver.received[0]?.body ?? ''))
    expect(data.query).toBe('changesPublics')
    const query = `{ changes: changesPublics(first: 100, after: "${data.after}") { edges { node { type objet { __typename } } } } }`
    const answer = page.parse((await app.query({ query })).data)
    expect(answer.changes.edges.map(({ node }) => node.type).toSorted()).toEqual(['Collectivite', 'Plan'])
    await expect.poll(async () => (await scene.deliveriesOf(webhook)).length, SOON).toBe(1)
  })

  it('are told of a burst once, and once more of what came while they were being told', async () => {
    const { plan, webhook } = await scene.told()
    scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    scene.receiver.answers.push((response) => void setTimeout(() => response.writeHead(200).end(), 1_000))
    const began = scene.receiver.received.length
    const { id } = await scene.make.fiche({ plan })
    for (let at = 0; at < 40; at += 1) {
      await scene.prisma.fiche.update({ where: { id }, data: { statut: at % 2 ? 'EN_COURS' : 'BLOQUE' } })
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await expect.poll(() => scene.receiver.received.length, SOON).toBeGreaterThanOrEqual(began + 2)
    const isAllAnnounced = async () => {
      const where = { id: webhook.id }
      const { announcedSeq, feed } = await scene.prisma.webhook.findUniqueOrThrow({ where, include: { feed: true } })
      return announcedSeq === feed.seq && (await scene.prisma.feedTouch.count()) === 0
    }
    await expect.poll(isAllAnnounced, SOON).toBe(true)
    expect(scene.receiver.received.length).toBeLessThanOrEqual(began + 4)
  })

  it('of a restored database are told to begin again; with another secret, nothing leaves', async () => {
    const { webhook } = await scene.told()
    const stranger = scene.open({ authSecret: 'le secret d’une copie qui n’est que pour essayer' })
    await expect.poll(async () => (await scene.deliveriesOf(webhook))[0]?.failure, SOON).toBe('SECRET')
    await stranger.close()
    expect(scene.receiver.received).toEqual([])
    await scene.prisma.webhookDelivery.deleteMany({ where: { webhookId: webhook.id } })
    await scene.prisma.$executeRaw`UPDATE feed SET epoch = gen_random_uuid()`
    scene.open()
    await expect.poll(() => scene.receiver.received.length, SOON).toBe(1)
    expect(event.parse(JSON.parse(scene.receiver.received[0]?.body ?? '')).data).toEqual({
      query: 'changes',
      after: null,
    })
  })
})
