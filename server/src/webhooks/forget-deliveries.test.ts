import { createPrismaClient, migrate } from '@pupitre/prisma'
import { expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../../test/empty-database.ts'
import { createFactories } from '../../test/factories.ts'
import { forgetDeliveries } from './forget-deliveries.ts'

const DAY_MS = 24 * 3_600_000

it('takes away what is over and a month old, or beyond what is kept of a webhook, and nothing that waits', async () => {
  const { connectionString, drop } = await emptyDatabase()
  await migrate({ connectionString })
  const prisma = createPrismaClient({ connectionString, maxConnections: 2 })
  onTestFinished(async () => {
    await prisma.$disconnect()
    await drop()
  })
  const make = createFactories(prisma)
  const { webhook } = await make.webhook()
  const { webhook: other } = await make.webhook()
  const deliver = (of: { id: string; collectiviteId: string }, days: number, waits = false) =>
    prisma.webhookDelivery.create({
      data: {
        webhookId: of.id,
        collectiviteId: of.collectiviteId,
        kind: 'CHANGEMENTS',
        body: '{}',
        createdAt: new Date(Date.now() - days * DAY_MS),
        ...(!waits && { status: 'LIVREE' as const, nextAttemptAt: null }),
      },
    })
  const left = async (of: { id: string }) => {
    const rows = await prisma.webhookDelivery.findMany({ where: { webhookId: of.id }, orderBy: { createdAt: 'desc' } })
    return rows.map(({ createdAt }) => Math.round((Date.now() - createdAt.getTime()) / DAY_MS))
  }
  for (const days of [1, 29.9, 30.1, 90]) await deliver(webhook, days)
  await deliver(webhook, 60, true)
  await deliver(other, 40)
  expect(await forgetDeliveries(prisma, { signal: AbortSignal.abort() })).toBe(0)
  expect(await forgetDeliveries(prisma)).toBe(3)
  expect([await left(webhook), await left(other)]).toEqual([[1, 30, 60], []])
  await deliver(other, 2)
  expect(await forgetDeliveries(prisma, { kept: 2 })).toBe(0)
  expect(await forgetDeliveries(prisma, { kept: 1 })).toBe(1)
  expect([await left(webhook), await left(other)]).toEqual([[1, 60], [2]])
})
