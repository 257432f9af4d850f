import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient } from '@pupitre/prisma'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCluster } from '../../src/database/embedded/open-cluster.ts'
import { createFactories, PASSWORD } from '../factories.ts'
import { type CliCommand, runCli } from '../run-cli.ts'
import { refusedServerProcess, startServerProcess } from '../server-process.ts'

let folder: string
let dataDir: string
let email: string

const run = (command: CliCommand, ...args: string[]) => runCli(command, { folder, args, env: { DATA_DIR: dataDir } })
const inCluster = (name: string) => join(dataDir, 'postgres/cluster', name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pupitre-upgrade-'))
  dataDir = join(folder, 'data')
  const server = await startServerProcess({ DATA_DIR: dataDir })
  const { connectionString } = await openCluster({ dataDir, share: true })
  const prisma = createPrismaClient({ connectionString, maxConnections: 1 })
  const make = createFactories(prisma)
  email = (await make.membre()).user.email
  await make.fiche({ titre: 'Haies vives' })
  await prisma.$disconnect()
  expect(await run('backup', 'avant.tar')).toMatchObject({ code: 0 })
  await server.stop('SIGTERM')
  // As a Pupitre whose PostgreSQL is older leaves it: only the number tells.
  await writeFile(inCluster('PG_VERSION'), '17\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a data folder of another major version is refused by the server and by every command, with what to do, and not touched', async () => {
  const before = (await readdir(inCluster(''))).toSorted()
  const sentence = /PostgreSQL 17 .*PostgreSQL 18.*npm run backup.*npm run restore/
  const refusal = await refusedServerProcess({ DATA_DIR: dataDir })
  expect(refusal).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(sentence) })
  expect(refusal.stderr.trim().split('\n')).toHaveLength(1)
  const orders: [CliCommand, ...string[]][] = [
    ['backup', 'apres.tar'],
    ['restore', 'avant.tar', '--replace'],
    ['doctor'],
  ]
  for (const order of orders) {
    const { code, said } = await run(...order)
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(sentence) })
    expect(said.trim().split('\n')).toHaveLength(1)
  }
  expect((await readdir(inCluster(''))).toSorted()).toEqual(before)
  expect(await readFile(inCluster('PG_VERSION'), 'utf8')).toBe('17\n')
  expect(await readdir(folder)).toEqual(['avant.tar', 'data'])
})

test('once it is put aside, the backup made before the upgrade brings everything back, under the same secret', async () => {
  const secret = await readFile(join(dataDir, 'auth-secret'), 'utf8')
  await rename(join(dataDir, 'postgres'), join(dataDir, 'postgres.17'))
  expect(await run('restore', 'avant.tar')).toMatchObject({ code: 0 })
  expect(await run('doctor')).toMatchObject({ code: 0, said: expect.stringContaining('1 fiche et 1 plan') })
  const server = await startServerProcess({ DATA_DIR: dataDir })
  try {
    const { status } = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    expect(status).toBe(200)
    expect(await readFile(join(dataDir, 'auth-secret'), 'utf8')).toBe(secret)
  } finally {
    await server.stop('SIGTERM')
  }
})
