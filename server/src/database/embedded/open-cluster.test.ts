import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseError, type DatabaseErrorCode } from '../database-error.ts'
import { type Cluster, openCluster } from './open-cluster.ts'

const HOLDER = join(import.meta.dirname, '../../../test/database/hold-cluster.ts')

describe('the embedded PostgreSQL', () => {
  let dataDir: string
  const opened: Cluster[] = []

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pupitre-cluster-'))
  })
  afterEach(async () => {
    for (const cluster of opened.splice(0)) await cluster.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('is UTF-8 in a fixed locale, durable, and speaks UTC, whatever the environment', async () => {
    const { connectionString } = await open()
    expect(await one(connectionString, SETTINGS)).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      checksums: 'on',
      timezone: 'UTC',
      superuser: false,
    })
  })

  it('keeps its data from one start to the next, and is stopped in between', async () => {
    const first = await open()
    await one(first.connectionString, 'CREATE TABLE kept AS SELECT 1 AS value')
    await close(first)
    await expect(one(first.connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
    const second = await open()
    expect(await one(second.connectionString, 'SELECT value FROM kept')).toEqual({ value: 1 })
  })

  it('keeps its password from every other user of the machine', async () => {
    await open()
    const { mode } = await stat(join(dataDir, 'postgres', 'password'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('is adopted, still running, after its server was killed', async () => {
    const { connectionString, holder } = await held()
    await one(connectionString, 'CREATE TABLE kept AS SELECT 1 AS value')
    await kill(holder)
    const adopted = await open()
    expect(adopted).toMatchObject({ connectionString, owned: true })
    expect(await one(adopted.connectionString, 'SELECT value FROM kept')).toEqual({ value: 1 })
    await close(adopted)
    await expect(one(connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('recovers what was committed after it was killed with its server', async () => {
    const { connectionString, holder } = await held()
    await one(connectionString, 'CREATE TABLE kept AS SELECT 1 AS value')
    const pid = await postmasterPid()
    await kill(holder)
    process.kill(pid, 'SIGKILL')
    const recovered = await open()
    expect(await one(recovered.connectionString, 'SELECT value FROM kept')).toEqual({ value: 1 })
  })

  it('starts though its old process number now belongs to another program', async () => {
    await close(await open())
    await writeFile(
      join(dataDir, 'postgres/cluster/postmaster.pid'),
      `${process.pid}\n/old\n0\n5432\n\nlocalhost\n\nready\n`,
    )
    await expect(open()).resolves.toMatchObject({ owned: true })
  })

  it('is started again by a server that came while another one stopped it', async () => {
    const first = await open()
    const second = open()
    await close(first)
    const { owned, connectionString } = await second
    expect(owned).toBe(true)
    expect(await one(connectionString, 'SELECT 1 AS value')).toEqual({ value: 1 })
  })

  it('does not take the cluster that runs on the folder it was copied from', async () => {
    const original = await open()
    const copy = `${dataDir}-copy`
    try {
      await cp(dataDir, copy, { recursive: true })
      const copied = await open(copy)
      expect(new URL(copied.connectionString).port).not.toBe(new URL(original.connectionString).port)
      await close(copied)
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  })

  it('is shared with a command, which leaves it running', async () => {
    const owner = await open()
    const guest = await openCluster({ dataDir, share: true })
    expect(guest.owned).toBe(false)
    await guest.close()
    await expect(one(owner.connectionString, 'SELECT 1 AS value')).resolves.toEqual({ value: 1 })
  })

  it('is started and stopped by a command when no server runs', async () => {
    const command = await openCluster({ dataDir, share: true })
    expect(command.owned).toBe(true)
    await command.close()
    await expect(one(command.connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('is refused to a second server', async () => {
    await open()
    await refused('DATA_DIR_IN_USE', dataDir)
  })

  it('is refused when its folder is of another major version, both named', async () => {
    await close(await open())
    await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '17\n')
    await refused('CLUSTER_VERSION', /PostgreSQL 17 .* PostgreSQL 18/)
    // A folder brought from elsewhere may lack our password too: the version is what is wrong with it.
    await rm(join(dataDir, 'postgres/password'))
    await refused('CLUSTER_VERSION', /PostgreSQL 17 .* PostgreSQL 18/)
  })

  it('is refused when what is there has lost its version, rather than made again', async () => {
    await close(await open())
    await rm(join(dataDir, 'postgres/cluster/PG_VERSION'))
    await refused('CLUSTER_FAILED', /PG_VERSION.*npm run restore/)
    expect(await readdir(join(dataDir, 'postgres/cluster'))).toContain('pg_wal')
  })

  it('is refused when its password is lost', async () => {
    await close(await open())
    await rm(join(dataDir, 'postgres/password'))
    await refused('CLUSTER_FAILED', 'password')
  })

  it('is refused when its folder cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '')
    await refused('DATA_DIR_UNWRITABLE', /file.*DATA_DIR/, join(dataDir, 'file'))
  })

  it('starts again after its creation was cut half-way', async () => {
    await close(await open())
    await rm(join(dataDir, 'postgres/cluster/PG_VERSION'))
    await cp(join(dataDir, 'postgres/cluster'), join(dataDir, 'postgres/cluster.new'), { recursive: true })
    await rm(join(dataDir, 'postgres/cluster'), { recursive: true })
    await expect(open()).resolves.toMatchObject({ owned: true })
  })

  describe('supervised', () => {
    const heard: string[] = []
    const watcher = {
      lost: () => heard.push('lost'),
      failed: () => heard.push('failed'),
      back: () => heard.push('back'),
    }
    beforeEach(() => heard.splice(0))

    async function supervised(): Promise<Cluster> {
      const cluster = await openCluster({ dataDir, share: false, watcher })
      opened.push(cluster)
      return cluster
    }

    it('is started again at the same address when it is killed, with what was committed, as often as it takes', async () => {
      const cluster = await supervised()
      await one(cluster.connectionString, 'CREATE TABLE kept AS SELECT 1 AS value')
      for (let kill = 1; kill <= 2; kill++) {
        process.kill(await postmasterPid(), 'SIGKILL')
        await expect.poll(() => heard.filter((word) => word === 'back').length, { timeout: 30_000 }).toBe(kill)
        expect(await one(cluster.connectionString, 'SELECT value FROM kept')).toEqual({ value: 1 })
      }
      expect(heard.filter((word) => word === 'lost')).toHaveLength(2)
      await refused('DATA_DIR_IN_USE', dataDir)
      await close(cluster)
      await expect(one(cluster.connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
    })

    it('is still owned after one of its processes was killed, which ends all connections', async () => {
      const cluster = await supervised()
      const client = new pg.Client({ connectionString: cluster.connectionString })
      client.on('error', () => undefined)
      await client.connect()
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
      await expect.poll(() => heard, { timeout: 30_000 }).toContain('back')
      await refused('DATA_DIR_IN_USE', dataDir)
    })

    it('says that it is restarting for as long as it cannot start, and stops trying when it is closed', async () => {
      const cluster = await supervised()
      const folder = join(dataDir, 'postgres/cluster')
      await rename(join(folder, 'global'), join(folder, 'elsewhere'))
      process.kill(await postmasterPid(), 'SIGKILL')
      await expect.poll(() => heard, { timeout: 30_000 }).toContain('failed')
      expect(cluster.isRestarting()).toBe(true)
      await rename(join(folder, 'elsewhere'), join(folder, 'global'))
      await expect.poll(() => cluster.isRestarting(), { timeout: 30_000 }).toBe(false)
      await rename(join(folder, 'global'), join(folder, 'elsewhere'))
      process.kill(await postmasterPid(), 'SIGKILL')
      await expect.poll(() => cluster.isRestarting()).toBe(true)
      await close(cluster)
      const told = heard.length
      await rename(join(folder, 'elsewhere'), join(folder, 'global'))
      await expect(one(cluster.connectionString, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
      expect(heard).toHaveLength(told)
    })
  })

  async function open(folder = dataDir): Promise<Cluster> {
    const cluster = await openCluster({ dataDir: folder, share: false })
    opened.push(cluster)
    return cluster
  }

  async function close(cluster: Cluster): Promise<void> {
    opened.splice(opened.indexOf(cluster), 1)
    await cluster.close()
  }

  async function refused(code: DatabaseErrorCode, sentence: string | RegExp, folder = dataDir): Promise<void> {
    const error: unknown = await open(folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) })
    expect(String(error)).not.toContain('\n')
  }

  async function held(): Promise<{ connectionString: string; holder: ChildProcess }> {
    const holder = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(holder.stdout, 'data')
    return { connectionString: String(line).trim(), holder }
  }

  async function kill(holder: ChildProcess): Promise<void> {
    holder.kill('SIGKILL')
    await once(holder, 'exit')
  }

  async function postmasterPid(): Promise<number> {
    return Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
  }
})

const SETTINGS = `
  SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale,
         current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
         current_setting('full_page_writes') AS full_page_writes, current_setting('data_checksums') AS checksums,
         current_setting('timezone') AS timezone, rolsuper AS superuser
  FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user`

async function one(connectionString: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}
