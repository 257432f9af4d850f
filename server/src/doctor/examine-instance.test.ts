import { createPrismaClient, migrate } from '@pupitre/prisma'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { emptyDatabase } from '../../test/empty-database.ts'
import { createFactories } from '../../test/factories.ts'
import { encodeVersion, type VersionContent } from '../domain/version/version-content.ts'
import { examineInstance } from './examine-instance.ts'
import { reportOf } from './examination-report.ts'

/** An instance of its own: two fiches and their plans, the second fiche with a snapshot and three updates after it. */
async function instance() {
  const database = await emptyDatabase()
  await migrate(database)
  const prisma = createPrismaClient({ connectionString: database.connectionString, maxConnections: 2 })
  const client = new pg.Client(database)
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await prisma.$disconnect()
    await database.drop()
  })
  const make = createFactories(prisma)
  const [fiche, other] = [await make.fiche({ titre: 'Haies', description: 'Planter' }), await make.fiche()]
  const { id: documentId } = await prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche.id } })
  const examine = async ({ repair = false, meanwhile = async () => {} } = {}) => {
    const examination = await examineInstance({ client, shouldRepair: repair, waitForProjections: meanwhile })
    return { ...examination, report: reportOf(examination) }
  }
  const run = (sql: string) => client.query(sql, [documentId])
  return { prisma, client, make, fiche, other, documentId, examine, run }
}

test('finds a sound instance in order, and says what it looked at', async () => {
  const { examine } = await instance()
  const { problems, report } = await examine()
  expect(problems).toEqual([])
  expect(report).toBe(
    '2 fiches et 2 plans examinés : 4 modifications au journal, 0 instantané, 0 version.\nTout est en ordre.',
  )
})

test.each([
  ['a modification that is missing in the log', 'UPDATE live_document SET seq = 2 WHERE id = $1', 'logGap'],
  ['a modification beyond the last number', 'UPDATE live_document SET seq = 0 WHERE id = $1', 'logGap'],
  [
    'a modification that cannot be read',
    `UPDATE document_update SET update = '\\x0102030405' WHERE document_id = $1`,
    'updateUnreadable',
  ],
  [
    'a snapshot that cannot be read',
    `INSERT INTO document_snapshot (document_id, seq, state) VALUES ($1, 1, '\\x00')`,
    'snapshotUnreadable',
  ],
  ['characters without an author', 'DELETE FROM document_client WHERE document_id = $1', 'ownerless'],
])('finds %s, and does not pretend to repair it', async (_, damage, kind) => {
  const { examine, run, fiche } = await instance()
  await run(damage)
  for (const repair of [false, true]) {
    const { problems, report } = await examine({ repair })
    expect(problems).toEqual([expect.objectContaining({ ref: { kind: 'fiche', uuid: fiche.id }, kind })])
    expect(report).toContain('1 problème, à reprendre d’une sauvegarde')
  }
})

test('finds a fiche and a plan that have no document', async () => {
  const { prisma, examine, fiche } = await instance()
  await prisma.liveDocument.deleteMany({ where: { OR: [{ ficheId: fiche.id }, { kind: 'PLAN' }] } })
  const { problems } = await examine()
  expect(problems.map(({ ref, kind }) => `${ref.kind} ${kind}`).toSorted()).toEqual([
    'fiche absent',
    'plan absent',
    'plan absent',
  ])
})

test.each([
  [
    'a text',
    `UPDATE fiche_text SET plain = 'Autre' WHERE field = 'description' AND fiche_id = (SELECT fiche_id FROM live_document WHERE id = $1)`,
  ],
  [
    'the titre of the lists',
    `UPDATE fiche SET titre = 'Autre' WHERE id = (SELECT fiche_id FROM live_document WHERE id = $1)`,
  ],
  [
    'a text that is not there',
    `DELETE FROM fiche_text WHERE field = 'moyens' AND fiche_id = (SELECT fiche_id FROM live_document WHERE id = $1)`,
  ],
])(
  'finds a projection that is not what its document says (%s), changes nothing unless asked, and then repairs it',
  async (_, damage) => {
    const { prisma, examine, run, fiche } = await instance()
    const read = async () => [
      await prisma.fiche.findUniqueOrThrow({ where: { id: fiche.id }, select: { titre: true } }),
      await prisma.ficheText.findMany({ where: { ficheId: fiche.id }, orderBy: { field: 'asc' } }),
    ]
    const before = await read()
    await run(damage)
    const damaged = await read()
    const { problems, report } = await examine()
    expect(problems).toEqual([expect.objectContaining({ kind: 'projectionStale' })])
    expect(report).toContain('1 problème, dont 1 que « npm run doctor -- --repair » répare.')
    expect(report).not.toContain('Autre')
    expect(await read()).toEqual(damaged)
    expect(await examine({ repair: true })).toMatchObject({ problems: [], repaired: 1 })
    expect(await read()).toEqual(before)
    expect((await examine()).problems).toEqual([])
  },
)

test('a projection that comes meanwhile is no problem, one that does not is', async () => {
  const { examine, run } = await instance()
  await run('UPDATE document_projection SET seq = 0 WHERE document_id = $1')
  expect((await examine()).problems).toEqual([expect.objectContaining({ kind: 'projectionLate' })])
  const meanwhile = async () => void (await run('UPDATE document_projection SET seq = 1 WHERE document_id = $1'))
  expect((await examine({ meanwhile })).problems).toEqual([])
  await run('UPDATE document_projection SET seq = 0 WHERE document_id = $1')
  expect(await examine({ repair: true })).toMatchObject({ problems: [], repaired: 1 })
})

/** A version of the first fiche as `VersionStore` would keep it. */
async function keepVersion(parts: Awaited<ReturnType<typeof instance>>, changed: Partial<VersionContent> = {}) {
  const content: VersionContent = {
    fields: {
      description: {
        delta: [{ insert: 'Planter' }, { insert: { mention: 'x' } }],
        runs: [
          [3, 0],
          [5, 1],
        ],
      },
    },
    authors: [null, crypto.randomUUID()],
    ...changed,
  }
  const now = new Date()
  return parts.prisma.documentVersion.create({
    data: {
      documentId: parts.documentId,
      seq: 1,
      content: Uint8Array.from(await encodeVersion(content)),
      added: 8,
      removed: 0,
      length: 8,
      startedAt: now,
      endedAt: now,
      stateVector: Uint8Array.from(Y.encodeStateVector(new Y.Doc())),
    },
  })
}

test('reads every version that is kept, and says how many', async () => {
  const parts = await instance()
  await keepVersion(parts)
  const { problems, report } = await parts.examine()
  expect(problems).toEqual([])
  expect(report).toContain('0 instantané, 1 version.')
})

test.each([
  ['whose bytes are not a version', `content = '\\x00'`, 'versionUnreadable'],
  ['whose state vector is none', `state_vector = '\\x05'`, 'versionUnreadable'],
  ['that lacks characters', 'length = 9', 'versionIncoherent'],
  ['of a moment that the document has not reached', 'seq = 99', 'versionIncoherent'],
])('finds a version %s, leaves it, and the document is examined all the same', async (_, damage, kind) => {
  const parts = await instance()
  await keepVersion(parts)
  await parts.run(`UPDATE document_version SET ${damage} WHERE document_id = $1`)
  await parts.run(
    `UPDATE fiche_text SET plain = 'Autre' WHERE fiche_id = (SELECT fiche_id FROM live_document WHERE id = $1) AND field = 'description'`,
  )
  const { problems, repaired } = await parts.examine({ repair: true })
  expect(problems).toEqual([expect.objectContaining({ kind, ref: { kind: 'fiche', uuid: parts.fiche.id } })])
  expect(repaired).toBe(1)
  expect(await parts.prisma.documentVersion.count()).toBe(1)
})

test.each<[string, VersionContent['fields']]>([
  ['characters without an author', { description: { delta: [{ insert: 'Planter!' }], runs: [[7, 0]] } }],
  ['an author who is not named', { description: { delta: [{ insert: 'Planter!' }], runs: [[8, 2]] } }],
  ['a field that fiches do not have', { introduction: { delta: [{ insert: 'Planter!' }], runs: [[8, 0]] } }],
])('finds a version with %s', async (_, fields) => {
  const parts = await instance()
  await keepVersion(parts, { fields })
  expect((await parts.examine()).problems).toEqual([expect.objectContaining({ kind: 'versionIncoherent' })])
})

test('reads all the versions of a document that has many', async () => {
  const parts = await instance()
  const { id: _, seq: _seq, ...version } = await keepVersion(parts)
  await parts.run('UPDATE live_document SET seq = 102 WHERE id = $1')
  await parts.run('UPDATE document_projection SET seq = 102 WHERE document_id = $1')
  await parts.prisma.documentVersion.createMany({
    data: Array.from({ length: 101 }, (_unused, i) => ({ ...version, seq: i + 2 })),
  })
  const { versions, problems } = await parts.examine()
  expect(versions).toBe(102)
  // Its log was not lengthened with it.
  expect(problems).toEqual([expect.objectContaining({ kind: 'logGap' })])
})

test('says how many authors have no account any more: that is no problem', async () => {
  const { examine, run } = await instance()
  await run('UPDATE document_client SET user_id = gen_random_uuid() WHERE document_id = $1')
  const { problems, report } = await examine()
  expect(problems).toEqual([])
  expect(report).toContain('1 auteur sans compte aujourd’hui.')
})
