import { spawn } from 'node:child_process'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, migrate } from '@pupitre/prisma'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '../../test/empty-database.ts'
import { createFactories } from '../../test/factories.ts'

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

/** A command as it is typed in `folder`. */
function run(command: string, { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv }) {
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, `${command}.ts`), ...args], {
      env: { PATH: process.env.PATH, INIT_CWD: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (code) => resolve({ code, said }))
  })
}

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

test.each([
  ['backup', 'Usage'],
  ['restore', 'Usage'],
])('%s without a file says how to use it', async (command, said) => {
  expect(await run(command, {})).toMatchObject({ code: 1, said: expect.stringContaining(said) })
})
