import { createPrismaClient } from '@pupitre/prisma'
import { expect, onTestFinished, test } from 'vitest'
import { emptyDatabase } from '../../test/empty-database.ts'
import { openJobQueue } from './job-queue.ts'

test('a queue says what waits, since when, and what was given up', { timeout: 40_000 }, async () => {
  const database = await emptyDatabase()
  const { connectionString } = database
  const prisma = createPrismaClient({ connectionString, maxConnections: 1 })
  const release = Promise.withResolvers<void>()
  const queue = await openJobQueue<{ fails: boolean }>({
    connectionString,
    name: 'essai',
    run: async ({ data }) => {
      if (data.fails) throw new Error('on purpose')
      await release.promise
    },
    retries: { firstDelaySeconds: 1, longestDelaySeconds: 1, limit: 0 },
    onError: () => undefined,
  })
  onTestFinished(async () => {
    release.resolve()
    await queue.close()
    await prisma.$disconnect()
    await database.drop()
  })
  expect(await queue.health()).toEqual({ waiting: 0, failed: 0, oldestWaitingSeconds: 0 })
  await prisma.$transaction((tx) => queue.add(tx, [{ fails: true }]))
  await expect.poll(() => queue.health(), { timeout: 20_000 }).toMatchObject({ waiting: 0, failed: 1 })
  // One is being done, and the other waits behind it.
  await prisma.$transaction((tx) => queue.add(tx, [{ fails: false }, { fails: false }]))
  await expect.poll(() => queue.health(), { timeout: 20_000 }).toMatchObject({ waiting: 1, failed: 1 })
  expect((await queue.health()).oldestWaitingSeconds).toBeGreaterThan(0)
  release.resolve()
  await expect
    .poll(() => queue.health(), { timeout: 20_000 })
    .toEqual({ waiting: 0, failed: 1, oldestWaitingSeconds: 0 })
})
