import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient } from '@pupitre/prisma'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openCluster } from '../../src/database/embedded/open-cluster.ts'
import { marksOf } from '../../src/sync/testing/marks.ts'
import { createFactories, PASSWORD } from '../factories.ts'
import { Oracle } from '../faults/oracle.ts'
import { Typist } from '../faults/typist.ts'
import { instanceRowsAt } from '../instance-rows.ts'
import { installedPostgres, type OutsidePostgres, startOutsidePostgres } from '../outside-postgres.ts'
import { type CliCommand, runCli } from '../run-cli.ts'
import { startServerProcess } from '../server-process.ts'

const bin = await installedPostgres()
const KEYSTROKE_MS = 5
const TYPISTS = ['ada', 'bob']

// In CI a missing PostgreSQL is a failure, which `startOutsidePostgres` makes; elsewhere it is said by name.
describe.skipIf(bin === null && process.env.CI !== 'true')(
  'an instance on the embedded PostgreSQL (18), moved by backup and restore,',
  () => {
    let outside: OutsidePostgres
    let folder: string
    let embedded: NodeJS.ProcessEnv
    let served: NodeJS.ProcessEnv
    let email: string
    let ficheId: string
    const oracle = new Oracle()
    /** What each typist had heard to be durable before the backup began, and had typed when it ended. */
    let bounds: { known: number; typed: number }[]

    beforeAll(async () => {
      if (bin === null) throw new Error('no PostgreSQL 15 or later in /usr/lib/postgresql')
      outside = await startOutsidePostgres(bin)
      folder = await mkdtemp(join(tmpdir(), 'pupitre-moving-'))
      embedded = { DATA_DIR: join(folder, 'embedded') }
    })
    afterAll(async () => {
      await outside.stop()
      await rm(folder, { recursive: true, force: true })
    })

    const run = (command: CliCommand, env: NodeJS.ProcessEnv, ...args: string[]) =>
      runCli(command, { folder, args, env })

    const signIn = (url: string) =>
      fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email, password: PASSWORD }),
      })

    async function signedIn(url: string): Promise<{ cookie: string }> {
      const answer = await signIn(url)
      expect(answer.status).toBe(200)
      return {
        cookie: answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      }
    }

    const typistAt = (url: string, parts: { name: string; cookie: string }) => {
      const { name, cookie } = parts
      const typist = new Typist({
        name,
        url: url.replace('http', 'ws'),
        uuid: ficheId,
        wantsAcks: false,
        oracle,
        headers: { cookie },
      })
      onTestFinished(() => typist.leave())
      return typist
    }

    it('is backed up while people write in it', async () => {
      const server = await startServerProcess(embedded)
      onTestFinished(() => server.stop('SIGTERM').then(() => undefined))
      const { connectionString } = await openCluster({ dataDir: join(folder, 'embedded'), share: true })
      const prisma = createPrismaClient({ connectionString, maxConnections: 1 })
      onTestFinished(() => prisma.$disconnect())
      const make = createFactories(prisma)
      const collectivite = await make.collectivite()
      const { user } = await make.membre({ collectivite })
      email = user.email
      const plan = await make.plan({ collectivite })
      ficheId = (await make.fiche({ plan, titre: 'Haies vives', description: 'Planter' })).id
      const { cookie } = await signedIn(server.url)
      const writers = TYPISTS.map((name) => ({ typed: 0, typist: typistAt(server.url, { name, cookie }) }))
      await expect.poll(() => writers.every(({ typist }) => typist.isSynced)).toBe(true)
      const keyboard = setInterval(() => {
        for (const writer of writers) {
          writer.typed += 1
          writer.typist.type(Math.random)
        }
      }, KEYSTROKE_MS)
      onTestFinished(() => clearInterval(keyboard))
      const durable = () => writers.map(({ typed, typist }) => typed - typist.pending)
      await expect.poll(() => Math.min(...durable()), { timeout: 20_000 }).toBeGreaterThan(50)
      const known = durable()
      expect(await run('backup', embedded, 'pupitre.tar')).toMatchObject({ code: 0 })
      bounds = writers.map(({ typed }, i) => ({ known: known[i] ?? 0, typed }))
      // They were not stopped by it.
      await expect.poll(() => Math.min(...durable()), { timeout: 20_000 }).toBeGreaterThan(Math.max(...known))
    })

    it('is restored in an outside PostgreSQL, where the doctor finds it in order', async () => {
      const secret = (await readFile(join(folder, 'embedded/auth-secret'), 'utf8')).trim()
      served = { DATABASE_URL: outside.connectionString, AUTH_SECRET: secret, DATA_DIR: join(folder, 'served') }
      expect(await run('restore', served, 'pupitre.tar')).toMatchObject({ code: 0 })
      // What was written in the two seconds before the backup was not in the lists yet.
      const { code, said } = await run('doctor', served, '--repair')
      expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Tout est en ordre.') })
      expect(said).toContain('1 fiche et 1 plan')
      // What the fiche said before its first session.
      expect(said).toMatch(/1\sversion\./)
    })

    it('is served from there with its accounts and its texts: all that was durable before the backup, nothing that came after', async () => {
      const server = await startServerProcess(served)
      onTestFinished(() => server.stop('SIGTERM').then(() => undefined))
      const reader = typistAt(server.url, { name: 'reader', ...(await signedIn(server.url)) })
      await expect.poll(() => reader.isSynced).toBe(true)
      const marks = marksOf(reader.text)
      expect(new Set(marks).size).toBe(marks.length)
      for (const [i, name] of TYPISTS.entries()) {
        const own = new Set(marks.filter((mark) => mark.startsWith(`‹${name}.`)))
        expect(own.size).toBeGreaterThanOrEqual(bounds[i]?.known ?? Infinity)
        expect(own.size).toBeLessThanOrEqual(bounds[i]?.typed ?? 0)
        expect(own).toEqual(new Set(Array.from({ length: own.size }, (_, n) => `‹${name}.${n}›`)))
      }
      reader.type(Math.random)
      await expect.poll(() => reader.pending).toBe(0)
    })

    it('goes from one major version to a later one the same way: every row of it', async () => {
      const later = { DATA_DIR: join(folder, 'later') }
      expect(await run('backup', served, 'pupitre-15.tar')).toMatchObject({ code: 0 })
      expect(await run('restore', later, 'pupitre-15.tar')).toMatchObject({ code: 0 })
      expect(await versionOf(outside.connectionString)).not.toMatch(/^18/)
      const cluster = await openCluster({ dataDir: join(folder, 'later'), share: false })
      try {
        expect(await versionOf(cluster.connectionString)).toMatch(/^18/)
        expect(await instanceRowsAt(cluster.connectionString)).toEqual(await instanceRowsAt(outside.connectionString))
      } finally {
        await cluster.close()
      }
      expect(await run('doctor', later)).toMatchObject({ code: 0 })
      const server = await startServerProcess(later)
      onTestFinished(() => server.stop('SIGTERM').then(() => undefined))
      await signedIn(server.url)
    })
  },
)

async function versionOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}
