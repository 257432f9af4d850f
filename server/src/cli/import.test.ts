import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { domainTest } from '../../test/domain-test.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from '../../test/spreadsheet-file.ts'
import { testDatabase } from '../../test/test-database.ts'
import { readConfig } from '../config.ts'
import { startServer } from '../start-server.ts'

const COMMAND = fileURLToPath(new URL('./import.ts', import.meta.url))
const run = promisify(execFile)

interface Ended {
  exitCode: number
  stdout: string
  stderr: string
}

const test = domainTest
  .extend('folder', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'pupitre-import-'))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  })
  .extend('env', ({ folder }) => ({
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: testDatabase().connectionString,
    AUTH_SECRET: 'un secret de test assez long pour servir',
    PORT: '0',
    INIT_CWD: folder,
  }))
  .extend('desk', async ({ make }) => {
    const collectivite = await make.collectivite()
    const { user } = await make.membre({ collectivite, role: 'ADMIN' })
    return { siren: collectivite.siren, email: user.email, collectiviteId: collectivite.id }
  })
  .extend('command', ({ env }) => async (...args: string[]): Promise<Ended> => {
    try {
      return { exitCode: 0, ...(await run(process.execPath, [COMMAND, ...args], { env, cwd: tmpdir() })) }
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error
      return {
        exitCode: Number(error.code),
        stdout: String(Reflect.get(error, 'stdout')),
        stderr: String(Reflect.get(error, 'stderr')),
      }
    }
  })
  .extend('file', async ({ folder }) => {
    const rows = [['Mon plan'], TEMPLATE_HEADINGS, ['A', '', '', 'Une fiche', 'Texte', 'Voirie', 'Presque']]
    await writeFile(join(folder, 'plan.xlsx'), await spreadsheetFile({ rows }))
    return 'plan.xlsx'
  })

/** What the contract says of the last line of standard output. */
const REPORT = {
  counts: { fiches: 1, axes: 1, services: 1 },
  cells: [
    { row: 3, column: 'A', value: 'A', created: 'axe' },
    { row: 3, column: 'D', value: 'Une fiche', field: 'titre' },
    { row: 3, column: 'E', value: 'Texte', field: 'description' },
    { row: 3, column: 'F', value: 'Voirie', created: 'service' },
    { row: 3, column: 'G', value: 'Presque', problem: expect.stringContaining('À venir') },
  ],
}

describe('npm run import', () => {
  test('imports into the database itself when no server runs, and prints one line of JSON', async ({
    command,
    desk,
    file,
    prisma,
  }) => {
    const { exitCode, stdout, stderr } = await command('--siren', desk.siren, '--as', desk.email.toUpperCase(), file)
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('1 fiche, 1 axe, 1 service en plus'),
    })
    expect(stderr).toMatch(/Colonne G\u00A0: Cette valeur n’est pas connue.*\(ligne 3\)/)
    expect(stdout.match(/\n/g)).toHaveLength(1)
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject(REPORT)
    expect(await prisma.plan.findFirst({ where: { collectiviteId: desk.collectiviteId } })).toMatchObject({
      id: Reflect.get(Object(report), 'planId'),
      nom: 'Mon plan',
    })
  })

  test('has the server that runs on the data folder do the work', async ({ command, desk, env, file, prisma }) => {
    const { connectionString } = testDatabase()
    await mkdir(env.DATA_DIR)
    const database = {
      connectionString,
      prisma,
      applied: [],
      isRestarting: () => false,
      close: () => Promise.resolve(),
    }
    const server = await startServer({ config: readConfig(env), database, logger: pino({ level: 'silent' }) })
    try {
      // The command cannot have done it alone: it is told of a database which does not exist.
      env.DATABASE_URL = connectionString.replace(/\/[^/]*$/, '/absente')
      const { exitCode, stdout, stderr } = await command(
        '--siren',
        desk.siren,
        '--as',
        desk.email,
        '--nom',
        'Plan à l’été',
        file,
      )
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Plan à l’été') })
      expect(JSON.parse(stdout)).toMatchObject({ ...REPORT, nom: 'Plan à l’été' })

      const refused = await command('--siren', '000000000', '--as', desk.email, file)
      expect(refused).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('introuvable') })
    } finally {
      await server.close()
    }
  })

  test('tells each error with its row and column, and writes nothing', async ({ command, desk, folder, prisma }) => {
    const rows = [TEMPLATE_HEADINGS, ['', '', '', 'x'.repeat(301)], ['', '', '', 'F'], ['', '', '', 'y'.repeat(302)]]
    await writeFile(join(folder, 'long.xlsx'), await spreadsheetFile({ rows }))
    const { exitCode, stdout, stderr } = await command('--siren', desk.siren, '--as', desk.email, 'long.xlsx')
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(
      /Ligne 2, colonne D\u00A0: .*caractères\u00A0: .*301.*\nLigne 4, colonne D\u00A0: .*302.*\nRien n’a été importé/,
    )
    expect(await prisma.plan.count({ where: { collectiviteId: desk.collectiviteId } })).toBe(0)
  })

  test.for([
    ['a file which is not there', (email: string) => ['--as', email, 'absent.xlsx'], 'ENOENT'],
    ['nobody', () => ['--as', 'personne@exemple.fr', 'plan.xlsx'], 'personne@exemple.fr'],
    ['an option it does not know', (email: string) => ['--as', email, '--force', 'plan.xlsx'], '--force'],
    ['no file', (email: string) => ['--as', email], 'Usage'],
  ] as const)('refuses %s with one sentence', async ([_what, args, sentence], { command, desk, file: _file }) => {
    const { exitCode, stdout, stderr } = await command('--siren', desk.siren, ...args(desk.email))
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})
