import { createPrismaClient } from '@pupitre/prisma'
import fastify, { type FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { addProbes } from './probes.ts'

it('/readyz says in one line of the log why the database does not answer, without a stack', async () => {
  const lines: string[] = []
  const loggerInstance: FastifyBaseLogger = pino({ base: null }, { write: (line: string) => lines.push(line) })
  const app = fastify({ loggerInstance })
  // Nobody listens on port 1.
  const prisma = createPrismaClient({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing', maxConnections: 1 })
  addProbes(app, {
    checkReady: async () => void (await prisma.$queryRaw`SELECT 1`),
    isDatabaseRestarting: () => true,
    registry: new Registry(),
  })
  const answer = await app.inject('/readyz')
  expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'unavailable', database: 'restarting' }])
  const told = lines.map((line): unknown => JSON.parse(line))
  expect(told).toEqual([
    expect.objectContaining({ level: 40, msg: 'not ready', reason: expect.stringMatching(/^\S.*\S$/) }),
  ])
  expect(lines.join()).not.toMatch(/stack| {4}at /)
  await prisma.$disconnect()
  await app.close()
})
