import { migrate } from '@pupitre/prisma'
import { expect, it, onTestFinished } from 'vitest'
import { createCountedPrisma } from '../../../test/counted-prisma.ts'
import { emptyDatabase } from '../../../test/empty-database.ts'
import { createFactories } from '../../../test/factories.ts'
import { startGraphqlApp } from '../../../test/graphql-app.ts'

const QUERY = '{ fiches(first: 5) { edges { node { titre description } } } }'
const OF_TEXTS = /fiche_text/

/** The API over a database of its own, with a fiche and who may read it. The test locks its fiches, and lets go of them. */
async function scene({ queryTimeoutMs }: { queryTimeoutMs?: number } = {}) {
  const { connectionString, drop } = await emptyDatabase()
  await migrate({ connectionString })
  const counted = createCountedPrisma({ connectionString })
  const { prisma } = counted
  const app = await startGraphqlApp({
    prisma,
    connectionString,
    ...(queryTimeoutMs !== undefined && { queryTimeoutMs }),
  })
  onTestFinished(async () => {
    await app.close()
    await prisma.$disconnect()
    await drop()
  })
  const make = createFactories(prisma)
  const collectivite = await make.collectivite()
  await make.fiche({ plan: await make.plan({ collectivite }) })
  const { user } = await make.membre({ collectivite })
  const cookie = await app.signIn(user)

  const lock = async () => {
    const held = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const done = prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE fiche IN ACCESS EXCLUSIVE MODE`
        held.resolve()
        await release.promise
      },
      { timeout: 30_000 },
    )
    await held.promise
    return async () => {
      release.resolve()
      await done
    }
  }
  const waiting = async () => {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_locks JOIN pg_database ON pg_database.oid = database
      WHERE NOT granted AND datname = current_database()`
    return row?.count
  }
  return { app, counted, cookie, lock, waiting }
}

it('answers 503 once its time is up, though the database has not answered', async () => {
  const { app, cookie, lock } = await scene({ queryTimeoutMs: 200 })
  expect((await app.query({ query: QUERY, cookie })).errors).toEqual([])
  const release = await lock()
  const { status, data, errors } = await app.query({ query: QUERY, cookie })
  await release()
  expect([status, data]).toEqual([503, null])
  expect(errors).toEqual([
    {
      message: expect.stringContaining('elle est arrêtée'),
      extensions: { code: 'TIMEOUT', requestId: expect.any(String) },
    },
  ])
  expect((await app.query({ query: QUERY, cookie })).errors).toEqual([])
})

it('asks nothing more of the database once its caller has gone', async () => {
  const { app, counted, cookie, lock, waiting } = await scene()
  const address = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  expect(
    await counted.statementsOf(() => app.query({ query: QUERY, cookie })),
    'what is asked when somebody waits',
  ).toContainEqual(expect.stringMatching(OF_TEXTS))

  const release = await lock()
  const gone = Promise.withResolvers<void>()
  app.fastify.server.once('request', (_request, response) => response.once('close', gone.resolve))
  const caller = new AbortController()
  const statements = await counted.statementsOf(async () => {
    const answer = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: QUERY }),
      signal: caller.signal,
    })
    await expect.poll(waiting).toBe(1)
    caller.abort()
    await expect(answer).rejects.toThrow('aborted')
    await gone.promise
    await release()
    await expect.poll(waiting).toBe(0)
    // Whatever the stopped query would have asked next, this comes after.
    await app.query({ query: '{ fiches(first: 1) { edges { node { titre } } } }', cookie })
  })
  expect(statements).not.toContainEqual(expect.stringMatching(OF_TEXTS))
})
