import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schemaDrift } from '@pupitre/prisma'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedPostgres, type OutsidePostgres, startOutsidePostgres } from '../outside-postgres.ts'
import { refusedServerProcess, startServerProcess } from '../server-process.ts'

const bin = await installedPostgres()

// In CI a missing PostgreSQL is a failure, which `startOutsidePostgres` makes; elsewhere it is said by name.
describe.skipIf(bin === null && process.env.CI !== 'true')(
  'on an outside PostgreSQL (15 where installed), the server',
  () => {
    let outside: OutsidePostgres
    let parent: string
    let dataDir: string

    beforeAll(async () => {
      if (bin === null) throw new Error('no PostgreSQL 15 or later in /usr/lib/postgresql')
      outside = await startOutsidePostgres(bin)
      parent = await mkdtemp(join(tmpdir(), 'pupitre-start-'))
      // Not made: a fresh clone has none, and no embedded database makes it.
      dataDir = join(parent, 'data')
    })
    afterAll(async () => {
      await outside.stop()
      await rm(parent, { recursive: true })
    })

    it('refuses to start without AUTH_SECRET, in a sentence', async () => {
      const { exitCode, stderr } = await refusedServerProcess({
        DATABASE_URL: outside.connectionString,
        DATA_DIR: dataDir,
      })
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('AUTH_SECRET') })
    })

    it('makes its tables, loads the demo when asked, serves, and finds it all again', async () => {
      const env = { DATABASE_URL: outside.connectionString, AUTH_SECRET: 's'.repeat(32), DATA_DIR: dataDir, DEMO: '1' }
      for (const start of ['first', 'second']) {
        const server = await startServerProcess(env)
        expect((await fetch(`${server.url}/readyz`)).status, start).toBe(200)
        expect(await signIn(server.url), start).toBe(200)
        expect(await server.stop('SIGTERM'), start).toBe(0)
      }
      expect(await schemaDrift(outside)).toBe('')
      expect(await collectivites()).toBe(5)
    })

    it('refuses a data folder that cannot be written, in a sentence', async () => {
      const file = join(parent, 'file')
      await writeFile(file, '')
      const { exitCode, stderr } = await refusedServerProcess({
        DATABASE_URL: outside.connectionString,
        AUTH_SECRET: 's'.repeat(32),
        DATA_DIR: file,
      })
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(/^Impossible d’écrire.*\n$/) })
    })

    it('starts no PostgreSQL of its own, and leaves the outside one running', async () => {
      expect(await readdir(dataDir)).not.toContain('postgres')
      expect(await collectivites()).toBe(5)
    })

    async function signIn(url: string): Promise<number> {
      const { status } = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: 'editeur.blois@demo.pupitre.test', password: 'demonstration' }),
      })
      return status
    }

    async function collectivites(): Promise<number> {
      const client = new pg.Client(outside)
      await client.connect()
      try {
        return (await client.query('SELECT FROM collectivite')).rowCount ?? 0
      } finally {
        await client.end()
      }
    }
  },
)
