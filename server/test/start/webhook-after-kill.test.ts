import { createPrismaClient } from '@pupitre/prisma'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../empty-database.ts'
import { AUTH_SECRET, createFactories } from '../factories.ts'
import { startServerProcess } from '../server-process.ts'
import { hanging, isSignedBy, startWebhookReceiver } from '../webhook-receiver.ts'

it('sends again after a kill, with the same id, what was being sent; one of two servers does', async () => {
  const database = await emptyDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-webhook-'))
  const receiver = await startWebhookReceiver()
  const env = {
    DATABASE_URL: database.connectionString,
    DATA_DIR: dataDir,
    AUTH_SECRET,
    WEBHOOKS_LOOPBACK: '1',
  }
  const first = await startServerProcess(env)
  const prisma = createPrismaClient({ connectionString: database.connectionString, maxConnections: 1 })
  onTestFinished(async () => {
    await prisma.$disconnect()
    await receiver.close()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const make = createFactories(prisma)
  receiver.answers.push(hanging)
  const { webhook, secret } = await make.webhook({ url: receiver.url })
  await prisma.webhookDelivery.create({
    data: { webhookId: webhook.id, collectiviteId: webhook.collectiviteId, kind: 'ESSAI', body: '{"type":"test"}' },
  })
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
  await first.stop('SIGKILL')

  const others = await Promise.all([startServerProcess(env), startServerProcess({ ...env, DATA_DIR: `${dataDir}/2` })])
  const where = { webhookId: webhook.id, kind: 'ESSAI' } as const
  await expect
    .poll(() => prisma.webhookDelivery.findFirst({ where }), { timeout: 60_000, interval: 250 })
    .toMatchObject({ status: 'LIVREE', attempts: 2 })
  const tries = receiver.received.filter(({ body }) => body === '{"type":"test"}')
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
  expect(tries.map((each) => isSignedBy(secret, each))).toEqual([true, true])
  const metrics = await Promise.all(others.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()))
  expect(metrics.join('')).toMatch(/pupitre_webhook_tries_total\{outcome="delivered"\} [1-9]/)
  expect(metrics[0]).toContain('pupitre_webhook_waiting 0\n')
  for (const server of others) expect(await server.stop('SIGTERM')).toBe(0)
}, 180_000)
