import { randomUUID } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, migrate, schemaDrift, type PrismaClient } from '@pupitre/prisma'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { emptyDatabase } from '../../test/empty-database.ts'
import { createFactories } from '../../test/factories.ts'
import { instanceRows } from '../../test/instance-rows.ts'
import { Oracle } from '../../test/faults/oracle.ts'
import { Typist } from '../../test/faults/typist.ts'
import { examineInstance } from '../doctor/examine-instance.ts'
import { stored } from '../sync/testing/stored-document.ts'
import { startChildServer } from '../sync/testing/child-server.ts'
import { marksOf } from '../sync/testing/marks.ts'
import { readInstanceTables } from './instance-tables.ts'
import type { Manifest } from './manifest.ts'
import { prepareRestore } from './prepare-restore.ts'
import { restoreBackup } from './restore-backup.ts'
import { TarWriter } from './tar-writer.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

const NOW = new Date('2026-11-26T05:00:00Z')

interface Instance {
  connectionString: string
  prisma: PrismaClient
  client: pg.Client
}

async function newDatabase({ isMigrated = true } = {}): Promise<Instance> {
  const database = await emptyDatabase()
  if (isMigrated) await migrate(database)
  const { connectionString } = database
  const prisma = createPrismaClient({ connectionString, maxConnections: 2 })
  const client = new pg.Client({ connectionString })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await prisma.$disconnect()
    await database.drop()
  })
  return { connectionString, prisma, client }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pupitre-backup-'))
})
afterAll(() => rm(folder, { recursive: true }))

const newPath = () => join(folder, `${randomUUID()}.tar`)

/** Somebody, a sous-action, values that COPY must write carefully, and a document with a past. */
async function filledInstance() {
  const instance = await newDatabase()
  const { prisma } = instance
  const make = createFactories(prisma)
  const { user, viewer } = await make.membre()
  const fiche = await make.fiche({ titre: 'Haies\tvives \\ « é »', description: 'Une ligne\nUne autre' })
  await prisma.fiche.create({ data: { collectiviteId: fiche.collectiviteId, parentId: fiche.id, position: 'a0' } })
  const parent = await make.axe()
  await make.axe({ parent })
  return { ...instance, make, user, viewer, fiche }
}

async function backUp({ client }: Instance) {
  const path = newPath()
  await writeBackup({ client, path, now: NOW, version: '0.1.0' })
  return path
}

async function restore(into: Instance, path: string, { mayReplace = false } = {}) {
  const manifest = await verifyBackup(path)
  await prepareRestore({ ...into, manifest, mayReplace })
  await restoreBackup({ client: into.client, path, manifest })
}

const rowsOf = ({ client }: Instance) => instanceRows(client)

const epochsOf = async ({ prisma }: Instance) =>
  (await prisma.liveDocument.findMany({ orderBy: { id: 'asc' } })).map(({ epoch }) => epoch)

describe('a backup', () => {
  test('brings every row back into an empty database, and gives every document another life', async () => {
    const source = await filledInstance()
    const path = await backUp(source)
    const target = await newDatabase({ isMigrated: false })
    await restore(target, path)
    expect(await rowsOf(target)).toEqual(await rowsOf(source))
    expect(await schemaDrift(target)).toBe('')
    const [before, after] = [await epochsOf(source), await epochsOf(target)]
    expect(after).toHaveLength(before.length)
    expect(after.filter((epoch) => before.includes(epoch))).toEqual([])
    expect(new Set(after).size).toBe(after.length)
    // Generated columns and triggers are as before.
    const found = await target.client.query(
      `SELECT 1 FROM fiche_text WHERE recherche @@ to_tsquery('pupitre', 'ligne')`,
    )
    expect(found.rowCount).toBe(1)
    const [axe] = await target.prisma.axe.findMany({ where: { parentId: { not: null } } })
    await expect(
      target.prisma.axe.update({ where: { id: axe?.parentId ?? '' }, data: { parentId: axe?.id ?? '' } }),
    ).rejects.toThrow('cannot be moved under itself')
  })

  test('is the owner’s only, and an ordinary tar file', async () => {
    const path = await backUp(await filledInstance())
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readFile(path)).subarray(257, 262).toString()).toBe('ustar')
    expect((await readdir(folder)).filter((name) => name.endsWith('.partiel'))).toEqual([])
  })

  test('keeps neither sessions nor links that wait for an answer: they do not come back to life', async () => {
    const source = await filledInstance()
    const path = await backUp(source)
    expect(await source.prisma.session.count()).toBeGreaterThan(0)
    const target = await newDatabase({ isMigrated: false })
    await restore(target, path)
    expect(await target.prisma.session.count()).toBe(0)
    expect((await readFile(path)).includes(source.viewer.sessionId)).toBe(false)
  })

  test('holds every table but those that are left out by name', async () => {
    const { client } = await newDatabase()
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const kept = new Set((await readInstanceTables(client)).map(({ name }) => name))
    expect(rows.map(({ name }) => name).filter((name) => !kept.has(name))).toEqual([
      '_prisma_migrations',
      'rate_limit',
      'session',
      'sync_ticket',
      'verification',
      'webhook_delivery',
    ])
  })

  test('does not overwrite another, and leaves nothing behind when it cannot be written', async () => {
    const source = await newDatabase()
    const path = await backUp(source)
    await expect(writeBackup({ client: source.client, path, now: NOW, version: '0.1.0' })).rejects.toThrow(
      'existe déjà',
    )
    const nowhere = join(folder, 'absent', 'a.tar')
    await expect(writeBackup({ client: source.client, path: nowhere, now: NOW, version: '0.1.0' })).rejects.toThrow(
      `Impossible d’écrire ${nowhere} (ENOENT).`,
    )
  })

  test('takes away what killed backups left beside it, and nothing of one that is being written', async () => {
    const source = await newDatabase()
    const path = newPath()
    const beside = (name: string) => join(folder, name)
    const NO_PROCESS = 2 ** 22 + 1
    const [dead, own, old] = [
      `${path}.${hostname()}-${NO_PROCESS}`,
      `${path}.${hostname()}-${process.pid}`,
      beside('hier.tar.ailleurs-7'),
    ]
    const [alive, recent, other] = [
      beside(`autre.tar.${hostname()}-${process.ppid}`),
      beside('autre.tar.ailleurs-7'),
      beside('notes'),
    ]
    const all = [dead, own, old, alive, recent, other].map((name) => `${name}.partiel`)
    for (const name of all) await writeFile(name, 'PK')
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000)
    for (const name of [old, other]) await utimes(`${name}.partiel`, twoDaysAgo, twoDaysAgo)
    const { removed } = await writeBackup({ client: source.client, path, now: new Date(), version: '0.1.0' })
    expect([...removed].toSorted()).toEqual([dead, old].map((name) => `${name}.partiel`).toSorted())
    const left = (await readdir(folder)).filter((name) => name.endsWith('.partiel')).map(beside)
    expect(left.toSorted()).toEqual([alive, recent, other].map((name) => `${name}.partiel`).toSorted())
    await verifyBackup(path)
    for (const name of left) await rm(name)
  })

  test('is refused while another is written under its name', async () => {
    const source = await newDatabase()
    const path = newPath()
    const rival = `${path}.${hostname()}-${process.ppid}.partiel`
    await writeFile(rival, 'PK')
    await expect(writeBackup({ client: source.client, path, now: NOW, version: '0.1.0' })).rejects.toThrow(
      `une autre sauvegarde y écrit déjà (${rival})`,
    )
    await rm(rival)
    await writeBackup({ client: source.client, path, now: NOW, version: '0.1.0' })
  })

  test('says that the disk is full', async () => {
    const path = newPath()
    // Every write there fails as on a full disk.
    const file = await TarWriter.create(path, { now: NOW, openFile: () => open('/dev/full', 'w') })
    await expect(file.add('a', new Uint8Array(1))).rejects.toThrow(`Le disque est plein : ${path} n’a pas été écrit.`)
    await file.abandon()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })
})

describe('a restore', () => {
  test.each([
    [
      'not ours',
      (path: string) => writeFile(path, 'PK\u0003\u0004 autre chose'),
      'n’est pas une sauvegarde de Pupitre',
    ],
    ['empty', (path: string) => writeFile(path, ''), 'n’est pas une sauvegarde de Pupitre'],
    ['cut', async (path: string) => truncate(path, (await stat(path)).size - 4096), 'est incomplète'],
    ['cut in its middle', async (path: string) => truncate(path, (await stat(path)).size / 2), 'est incomplète'],
    ['damaged', (path: string) => flipByte(path, 'tables/user/000001'), 'est abîmée'],
    ['with another manifest', (path: string) => flipByte(path, 'manifest.json'), 'est abîmée'],
  ])('of a file that is %s is refused, before anything is touched', async (_, damage, sentence) => {
    const source = await filledInstance()
    const path = await backUp(source)
    await damage(path)
    await expect(verifyBackup(path)).rejects.toThrow(sentence)
  })

  test('into an instance is refused unless asked; then it replaces all of it', async () => {
    const source = await filledInstance()
    const path = await backUp(source)
    const target = await filledInstance()
    const before = await rowsOf(target)
    await expect(restore(target, path)).rejects.toThrow('--replace')
    expect(await rowsOf(target)).toEqual(before)
    await restore(target, path, { mayReplace: true })
    expect(await rowsOf(target)).toEqual(await rowsOf(source))
    expect(await target.prisma.session.count()).toBe(0)
  })

  test('of a later Pupitre, or into another level, is refused', async () => {
    const path = await backUp(await newDatabase())
    const manifest = await verifyBackup(path)
    const target = await newDatabase()
    const prepare = (migrations: string[]) =>
      prepareRestore({ ...target, manifest: { ...manifest, migrations }, mayReplace: true })
    await expect(prepare([...manifest.migrations, '29991231000000_later'])).rejects.toThrow('plus récente')
    await expect(prepare(manifest.migrations.slice(0, -1))).rejects.toThrow('base vide')
  })

  test('of an earlier Pupitre into an empty database makes its tables, to be migrated after', async () => {
    const path = await backUp(await newDatabase())
    const manifest = await verifyBackup(path)
    const [first = ''] = manifest.migrations
    const target = await newDatabase({ isMigrated: false })
    await prepareRestore({ ...target, manifest: { ...manifest, migrations: [first] }, mayReplace: false })
    const applied = await target.client.query('SELECT migration_name FROM _prisma_migrations')
    expect(applied.rows).toEqual([{ migration_name: first }])
    expect(await migrate(target)).toEqual(manifest.migrations.slice(1))
  })

  test('that fails on its way changes nothing', async () => {
    const source = await filledInstance()
    const path = await backUp(source)
    const manifest = await verifyBackup(path)
    const target = await filledInstance()
    const before = await rowsOf(target)
    const epochs = await epochsOf(target)
    const changed = (change: (table: Manifest['tables'][number]) => Partial<Manifest['tables'][number]>): Manifest => ({
      ...manifest,
      tables: manifest.tables.map((table) => (table.name === 'live_document' ? { ...table, ...change(table) } : table)),
    })
    const attempts: [Manifest, string][] = [
      [changed(({ rows }) => ({ rows: rows + 1 })), 'abîmée'],
      [changed(({ parts }) => ({ parts: parts.map((part) => ({ ...part, sha256: '0'.repeat(64) })) })), 'abîmée'],
      [changed(({ columns }) => ({ columns: columns.toReversed() })), 'invalid input syntax'],
    ]
    for (const [attempt, sentence] of attempts) {
      await expect(restoreBackup({ client: target.client, path, manifest: attempt })).rejects.toThrow(sentence)
      expect(await rowsOf(target)).toEqual(before)
      expect(await epochsOf(target)).toEqual(epochs)
    }
    await restoreBackup({ client: target.client, path, manifest })
    expect(await rowsOf(target)).toEqual(await rowsOf(source))
  })

  test('while a server works on the database is refused', async () => {
    const path = await backUp(await newDatabase())
    const target = await newDatabase()
    const served = new pg.Client({ connectionString: target.connectionString, application_name: 'pupitre-log' })
    await served.connect()
    await expect(restore(target, path, { mayReplace: true })).rejects.toThrow('arrêtez-le')
    await served.end()
  })
})

async function flipByte(path: string, after: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.indexOf(after) + 600
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}

const TYPISTS = 4
const KEYSTROKE_MS = 5

test('made while people write is one moment: doctor finds it in order, each typist’s marks are there up to one, and old copies are not merged', async () => {
  const source = await newDatabase()
  const make = createFactories(source.prisma)
  const fiches = [await make.fiche(), await make.fiche()]
  const server = await startChildServer({ databaseUrl: source.connectionString })
  const oracle = new Oracle()
  const typists = Array.from({ length: TYPISTS }, (_, i) => ({
    typed: 0,
    typist: new Typist({
      name: `t${i}`,
      url: `ws://127.0.0.1:${server.port}`,
      uuid: fiches[i % fiches.length]?.id ?? '',
      wantsAcks: i % 2 === 0,
      oracle,
    }),
  }))
  const keyboards = typists.map((writer) =>
    setInterval(() => {
      writer.typed += 1
      writer.typist.type(Math.random)
    }, KEYSTROKE_MS),
  )
  onTestFinished(async () => {
    for (const keyboard of keyboards) clearInterval(keyboard)
    for (const { typist } of typists) typist.leave()
    await server.kill()
  })
  const acknowledged = () => typists.map(({ typed, typist }) => typed - typist.pending)
  await expect.poll(() => Math.min(...acknowledged()), { timeout: 20_000 }).toBeGreaterThan(50)
  const before = acknowledged()
  const path = await backUp(source)
  const after = typists.map(({ typed }) => typed)
  await expect.poll(() => Math.min(...acknowledged()), { timeout: 20_000 }).toBeGreaterThan(Math.max(...after))

  const target = await newDatabase({ isMigrated: false })
  await restore(target, path)
  const pool = new pg.Pool({ connectionString: target.connectionString, max: 1 })
  onTestFinished(() => pool.end())
  for (const [i, fiche] of fiches.entries()) {
    const { id } = await target.prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche.id } })
    const text = (await stored(pool, id)).doc.getText('description').toString()
    const kept = marksOf(text)
    expect(new Set(kept).size).toBe(kept.length)
    for (const t of typists.keys()) {
      if (t % fiches.length !== i) continue
      const own = new Set(kept.filter((mark) => mark.startsWith(`‹t${t}.`)))
      // What was acknowledged before is in it, nothing of after is, and none is missing between two that are.
      expect(own.size).toBeGreaterThanOrEqual(before[t] ?? 0)
      expect(own.size).toBeLessThanOrEqual(after[t] ?? 0)
      expect(own).toEqual(new Set(Array.from({ length: own.size }, (_unused, n) => `‹t${t}.${n}›`)))
    }
  }
  const examination = await examineInstance({
    client: target.client,
    shouldRepair: true,
    waitForProjections: () => Promise.resolve(),
  })
  expect(examination.problems).toEqual([])
  const restored = await startChildServer({ databaseUrl: target.connectionString })
  onTestFinished(() => restored.kill())
  const [fiche] = fiches
  const { epoch } = await source.prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche?.id ?? '' } })
  expect(await closeCodeOf(`ws://127.0.0.1:${restored.port}/sync/fiche/${fiche?.id}?epoch=${epoch}`)).toBe(4409)
})

function closeCodeOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    new WebSocket(url).addEventListener('close', ({ code }) => resolve(code))
  })
}
