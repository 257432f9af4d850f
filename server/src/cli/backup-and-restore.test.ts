import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, migrate } from '@pupitre/prisma'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '../../test/empty-database.ts'
import { createFactories } from '../../test/factories.ts'
import { type CliCommand, runCli } from '../../test/run-cli.ts'

let folder: string
let source: EmptyDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pupitre-cli-'))
  source = await emptyDatabase()
  await migrate(source)
  const prisma = createPrismaClient({ connectionString: source.connectionString, maxConnections: 1 })
  await createFactories(prisma).fiche({ titre: 'Haies vives' })
  await prisma.$disconnect()
})
afterAll(async () => {
  await source.drop()
  await rm(folder, { recursive: true })
})

const run = (command: CliCommand, given: { args?: string[]; env?: NodeJS.ProcessEnv }) =>
  runCli(command, { folder, ...given })

test('an instance of an outside database is backed up by command, restored in the embedded one of another data folder, and in order there', async () => {
  const outside = {
    DATABASE_URL: source.connectionString,
    AUTH_SECRET: 's'.repeat(32),
    DATA_DIR: join(folder, 'outside'),
  }
  const embedded = { DATA_DIR: join(folder, 'embedded') }
  expect(await run('backup', { args: ['a.tar'], env: outside })).toMatchObject({
    code: 0,
    said: expect.stringContaining(join(folder, 'a.tar')),
  })
  expect(await run('restore', { args: ['a.tar'], env: embedded })).toMatchObject({
    code: 0,
    said: expect.stringContaining('est restaurée'),
  })
  expect(await run('doctor', { env: embedded })).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 fiche et 1 plan'),
  })
  expect(await run('restore', { args: ['a.tar'], env: embedded })).toMatchObject({
    code: 1,
    said: expect.stringContaining('--replace'),
  })
  await truncate(join(folder, 'a.tar'), 9_000)
  expect(await run('restore', { args: ['a.tar', '--replace'], env: embedded })).toMatchObject({
    code: 1,
    said: expect.stringContaining('est incomplète'),
  })
  expect((await run('doctor', { env: embedded })).code).toBe(0)
})

test('a backup that is killed on its way leaves a file that is refused, and that the next one takes away', async () => {
  const outside = {
    DATABASE_URL: source.connectionString,
    AUTH_SECRET: 's'.repeat(32),
    DATA_DIR: join(folder, 'killed'),
  }
  // It waits in its midst, as on a very large table.
  const holder = new pg.Client({ connectionString: source.connectionString })
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE live_document IN ACCESS EXCLUSIVE MODE')
  const killed = spawn(process.execPath, [join(import.meta.dirname, 'backup.ts'), 'b.tar'], {
    env: { PATH: process.env.PATH, INIT_CWD: folder, ...outside },
    stdio: 'ignore',
  })
  const ended = once(killed, 'exit')
  const partials = async () => (await readdir(folder)).filter((name) => name.endsWith('.partiel'))
  const size = async () => {
    const [name] = await partials()
    return name ? (await stat(join(folder, name))).size : 0
  }
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(1024)
  killed.kill('SIGKILL')
  await ended
  await holder.query('ROLLBACK')
  const [left = ''] = await partials()
  expect(left).toContain('b.tar.')
  expect(await run('restore', { args: [left], env: { DATA_DIR: join(folder, 'never') } })).toMatchObject({
    code: 1,
    said: expect.stringContaining('est incomplète'),
  })
  expect(await run('backup', { args: ['c.tar'], env: outside })).toMatchObject({
    code: 0,
    said: expect.stringMatching(/reste d’une sauvegarde interrompue/),
  })
  expect(await partials()).toEqual([])
})

test.each<[CliCommand, string]>([
  ['backup', 'Usage'],
  ['restore', 'Usage'],
])('%s without a file says how to use it', async (command, said) => {
  expect(await run(command, {})).toMatchObject({ code: 1, said: expect.stringContaining(said) })
})
