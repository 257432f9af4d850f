import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freeLoopbackPort } from '../src/database/embedded/free-loopback-port.ts'
import { chooseRunAs } from '../src/database/embedded/run-as.ts'

const run = promisify(execFile)

/** Where Debian's packages put each major version. */
const INSTALLED = '/usr/lib/postgresql'

const OLDEST_MAJOR = 15

/** The oldest supported PostgreSQL installed on this machine, as the folder of its programs; null when there is none. */
export async function installedPostgres(): Promise<string | null> {
  const majors = (await readdir(INSTALLED).catch(() => [])).map(Number)
  const [oldest] = majors.filter((major) => major >= OLDEST_MAJOR).toSorted((a, b) => a - b)
  return oldest === undefined ? null : join(INSTALLED, String(oldest), 'bin')
}

export interface OutsidePostgres {
  /** Of an empty database owned by an ordinary role. */
  connectionString: string
  stop(): Promise<void>
}

/** A PostgreSQL of the machine's own packages, in a temporary folder: what an authority that runs its own server has. */
export async function startOutsidePostgres(bin: string): Promise<OutsidePostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-outside-'))
  const runAs = await chooseRunAs(folder)
  if (runAs) await chown(folder, runAs.uid, runAs.gid)
  await chmod(folder, 0o700)
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    cwd: '/',
    ...runAs,
  })
  const port = await freeLoopbackPort()
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-c', 'unix_socket_directories='], {
    cwd: '/',
    stdio: 'ignore',
    ...runAs,
  })
  await createDatabase(`postgresql://owner@127.0.0.1:${port}/postgres`)
  return {
    connectionString: `postgresql://pupitre@127.0.0.1:${port}/pupitre`,
    stop: async () => {
      const exit = once(server, 'exit')
      server.kill('SIGINT')
      await exit
      await rm(folder, { recursive: true })
    },
  }
}

async function createDatabase(connectionString: string): Promise<void> {
  const client = await connected(connectionString)
  try {
    await client.query('CREATE ROLE pupitre LOGIN')
    await client.query('CREATE DATABASE pupitre OWNER pupitre')
  } finally {
    await client.end()
  }
}

/** Retries while the server starts. */
async function connected(connectionString: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
