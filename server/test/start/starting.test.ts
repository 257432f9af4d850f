import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openCluster } from '../../src/database/embedded/open-cluster.ts'
import { refusedServerProcess, type ServerProcess, startServerProcess } from '../server-process.ts'

const STOP_LIMIT_MS = 10_000

describe('the server', () => {
  let dataDir: string
  const running: ServerProcess[] = []

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pupitre-start-'))
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop('SIGTERM')
    await stopDatabase()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('says that it is ready on one line of standard output, and answers there', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('lets the application’s named files be kept, and nothing else', async () => {
    const { url } = await start()
    const kept = async (path: string) => (await fetch(`${url}${path}`)).headers.get('cache-control')
    const page = await (await fetch(url)).text()
    const [asset = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? []
    expect(await kept(asset)).toContain('immutable')
    for (const path of ['/', '/index.html']) expect(await kept(path)).toBe('no-cache')
    for (const path of [
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/auth/get-session',
      '/api/absent',
      '/api/imports/absent',
    ]) {
      expect([path, await kept(path)]).toEqual([path, expect.stringContaining('no-store')])
    }
    expect(await kept('/graphql?query=%7B__typename%7D')).toBe('private, no-store')
  })

  it('knows by their hash the operations that the application was built with', async () => {
    const { url } = await start()
    const operations = z.record(z.string(), z.string()).parse(await (await fetch(`${url}/operations.json`)).json())
    const [sha256Hash = ''] = Object.entries(operations).find(([, text]) => text.startsWith('query Session ')) ?? []
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    })
    expect(await response.json()).toMatchObject({ data: { viewer: null } })
  })

  it('tells Prometheus what it answers, by routes and kinds, and nothing of what was asked', async () => {
    const { url } = await start()
    const ask = (query: string) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    await ask('query Secrete { __typename }')
    await ask('{ nothing }')
    await fetch(`${url}/un/chemin/secret`)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain('pupitre_graphql_operation_seconds_count{kind="query",outcome="ok"} 1')
    expect(metrics).toContain('pupitre_graphql_operation_seconds_count{kind="none",outcome="refused"} 1')
    expect(metrics).toMatch(/pupitre_http_request_seconds_count\{method="POST",route="\/graphql",status="2xx"\} 2/)
    expect(metrics).toContain('pupitre_sync_storage_up 1')
    expect(metrics).toContain('pupitre_sync_link_away_seconds 0')
    expect(metrics).toContain('pupitre_mail_waiting 0')
    expect(metrics).toContain('pupitre_mail_oldest_waiting_seconds 0')
    expect(metrics).not.toMatch(/secret/i)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves with 0 under ten seconds on %s, its database stopped',
    async (signal) => {
      const server = await start()
      const connectionString = await databaseUrl()
      const before = performance.now()
      expect(await stop(server, signal)).toBe(0)
      expect(performance.now() - before).toBeLessThan(STOP_LIMIT_MS)
      await expect(query(connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
    },
  )

  it('leaves with 0 when the same signal comes twice, from the terminal and from npm', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGINT')
    expect(await stop(server, 'SIGINT')).toBe(0)
  })

  it('keeps all data from one start to the next', async () => {
    const first = await start()
    await addCollectivite('111111111')
    await stop(first, 'SIGINT')
    await start()
    expect(await sirens()).toEqual(['111111111'])
  })

  it('starts again after kill -9, with what was committed', async () => {
    const first = await start()
    await addCollectivite('222222222')
    await stop(first, 'SIGKILL')
    await start()
    expect(await sirens()).toEqual(['222222222'])
  })

  it('starts again after it and its PostgreSQL were killed', async () => {
    const first = await start()
    await addCollectivite('333333333')
    const postmaster = Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
    await stop(first, 'SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await start()
    expect(await sirens()).toEqual(['333333333'])
  })

  it('draws its secret once, and keeps it for its owner alone', async () => {
    await stop(await start(), 'SIGTERM')
    const secret = await readFile(join(dataDir, 'auth-secret'), 'utf8')
    expect((await stat(join(dataDir, 'auth-secret'))).mode & 0o777).toBe(0o600)
    await start()
    expect(await readFile(join(dataDir, 'auth-secret'), 'utf8')).toBe(secret)
  })

  it('loads the demonstration once', async () => {
    const first = await start({ DEMO: '1' })
    const before = await sirens()
    expect(before).toHaveLength(5)
    await stop(first, 'SIGTERM')
    await start({ DEMO: '1' })
    expect(await sirens()).toEqual(before)
  })

  describe('refuses in one sentence, with exit code 1,', () => {
    it('a port in use, and stops the database that it had started', async () => {
      const { port } = new URL((await start()).url)
      const elsewhere = join(dataDir, 'elsewhere')
      await refuses({ DATA_DIR: elsewhere, PORT: port }, port)
      const cluster = await openCluster({ dataDir: elsewhere, share: false })
      expect(cluster.adopted).toBe(false)
      await cluster.close()
    })

    it('a data folder that another server uses', async () => {
      await start()
      await refuses({}, 'tourne déjà')
    })

    it('a data folder that cannot be written', async () => {
      await writeFile(join(dataDir, 'file'), '')
      await refuses({ DATA_DIR: join(dataDir, 'file') }, 'DATA_DIR')
    })

    it('a data folder of another PostgreSQL', async () => {
      await stop(await start(), 'SIGTERM')
      await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '16\n')
      await refuses({}, /PostgreSQL 16 .* PostgreSQL 18/)
      await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '18\n')
    })

    it.each([
      ['nothing listens at', 'postgresql://u:mot-de-passe@127.0.0.1:1/pupitre'],
      ['has no host of that name', 'postgresql://u:mot-de-passe@absent.invalid/pupitre'],
      ['is no address of a PostgreSQL', 'mysql://u:mot-de-passe@127.0.0.1/pupitre'],
    ])('a DATABASE_URL which %s', async (_what, DATABASE_URL) => {
      await refuses({ DATABASE_URL, AUTH_SECRET: 'x'.repeat(32) }, 'DATABASE_URL')
    })
  })

  async function start(env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const server = await startServerProcess({ DATA_DIR: dataDir, ...env })
    running.push(server)
    return server
  }

  async function stop(server: ServerProcess, signal: NodeJS.Signals): Promise<number | null> {
    running.splice(running.indexOf(server), 1)
    return server.stop(signal)
  }

  async function refuses(env: NodeJS.ProcessEnv, sentence: string | RegExp): Promise<void> {
    const { exitCode, stdout, stderr } = await refusedServerProcess({ DATA_DIR: dataDir, ...env })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    // A configuration has one line per problem under its title; everything else is one line.
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(stderr.startsWith('Configuration') ? 2 : 1)
    expect(stderr).not.toContain('mot-de-passe')
  }

  async function databaseUrl(): Promise<string> {
    const password = (await readFile(join(dataDir, 'postgres/password'), 'utf8')).trim()
    const port = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[3]
    return `postgresql://pupitre:${password}@127.0.0.1:${port}/pupitre`
  }

  async function addCollectivite(siren: string): Promise<void> {
    await query(
      await databaseUrl(),
      `INSERT INTO collectivite (id, siren, nom, type) VALUES (gen_random_uuid(), '${siren}', 'Essai', 'COMMUNE')`,
    )
  }

  async function sirens(): Promise<unknown[]> {
    return (await query(await databaseUrl(), 'SELECT siren FROM collectivite ORDER BY siren')).map(({ siren }) => siren)
  }

  /** A killed server leaves its PostgreSQL running: adopted, then stopped. */
  async function stopDatabase(): Promise<void> {
    const version = await readFile(join(dataDir, 'postgres/cluster/PG_VERSION'), 'utf8').catch(() => null)
    if (version !== null) await (await openCluster({ dataDir, share: false })).close()
  }
})

async function query(connectionString: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
