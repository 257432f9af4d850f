import { expect, onTestFinished, test } from 'vitest'
import { createFactories } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { applyServerEdit } from './apply-edit.ts'
import { createDocuments } from './create-documents.ts'
import { createSyncServer } from './sync-server.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { silentLogger, startEngine } from './testing/test-engine.ts'

const SERVER = { userId: null }

test('[S54] a document is created with its fiche, or not at all', async () => {
  const { prisma } = testDatabase()
  const { id: collectiviteId } = await createFactories(prisma).collectivite()
  const create = (titre: string, isUndone: boolean) =>
    prisma.$transaction(async (tx) => {
      const { id } = await tx.fiche.create({ data: { collectiviteId } })
      const fields = {
        titre: [{ insert: titre }],
        moyens: [{ insert: 'Deux ' }, { insert: 'agents', attributes: { bold: true } }],
      }
      await createDocuments({ tx, documents: [{ document: { kind: 'fiche', uuid: id }, fields }], actor: SERVER })
      if (isUndone) throw new Error('undone')
      return id
    })
  await expect(create('Défaite', true)).rejects.toThrow('undone')
  const id = await create('Faite', false)
  expect(
    await prisma.fiche.findMany({
      where: { collectiviteId },
      include: { textes: true, document: { include: { projection: true } } },
    }),
  ).toMatchObject([{ id, titre: 'Faite', titreSeq: 1n, document: { seq: 1n, projection: { seq: 1n } } }])
  const texts = await prisma.ficheText.findMany({ where: { ficheId: id }, orderBy: { field: 'asc' } })
  expect(texts.map(({ field, plain }) => [field, plain])).toEqual([
    ['description', ''],
    ['financements', ''],
    ['moyens', 'Deux agents'],
    ['objectifs', ''],
    ['titre', 'Faite'],
  ])
})

test('[S54] each field of a new document has its first line end: two people who open it do not both write one', async () => {
  const { pool } = startEngine()
  const { documentId } = await newFiche()
  const { doc } = await stored(pool, documentId)
  for (const field of ['titre', 'description', 'objectifs', 'moyens', 'financements']) {
    expect(doc.getText(field).toString(), field).toMatch(/^[^\n]*\n$/)
  }
})

test('[S54] a field that this kind of document does not have is refused', async () => {
  const { prisma } = testDatabase()
  const document = { kind: 'plan', uuid: crypto.randomUUID() } as const
  const documents = [{ document, fields: { titre: [{ insert: 'a' }] } }]
  await expect(prisma.$transaction((tx) => createDocuments({ tx, documents, actor: SERVER }))).rejects.toThrow(
    RangeError,
  )
})

test('[S55] an edit of the server goes through the room: durable when it resolves, shown to who looks', async () => {
  const { engine, log, pool } = startEngine()
  const { ref, documentId } = await newFiche({ description: 'Bonjour' })
  const client = new TestClient({ engine, ref })
  await client.connect()
  client.exchange()
  log.isOpen = false
  client.text.insert(7, ' à')
  client.deliver()
  const lease = await engine.registry.enter({ documentId, ref, seq: 0n })
  if (!lease) throw new Error('the document is there')
  const delta = [{ retain: 9 }, { insert: ' tous', attributes: { bold: true } }]
  const { userId } = someone()
  const applied = applyServerEdit({
    room: lease.room,
    commit: engine.commit,
    field: 'description',
    edit: () => delta,
    actor: { userId },
  })
  await expect.poll(() => log.waiting.length).toBe(1)
  log.isOpen = true
  await log.release('written')
  await applied
  lease.release()
  expect(await storedText(pool, documentId)).toBe('Bonjour à tous\n')
  client.read()
  expect(client.text.toDelta()).toEqual([
    { insert: 'Bonjour à' },
    { insert: ' tous', attributes: { bold: true } },
    { insert: '\n' },
  ])
  const { rows } = await pool.query<{ user_id: string | null }>(
    'SELECT user_id::text FROM document_update WHERE document_id = $1 ORDER BY seq DESC LIMIT 1',
    [documentId],
  )
  expect(rows).toEqual([{ user_id: userId }])
})

test('[S56] an edit of a document that does not exist is refused', async () => {
  const { connectionString } = testDatabase()
  const sync = createSyncServer({ database: { connectionString }, authorise: async () => null, logger: silentLogger })
  onTestFinished(() => sync.close())
  const document = { kind: 'fiche', uuid: crypto.randomUUID() } as const
  await expect(
    sync.liveText.apply({ document, field: 'description', delta: [{ insert: 'a' }], actor: SERVER }),
  ).rejects.toThrow('no document')
})

test('[S56] an edit of a field that the document may not have is refused', async () => {
  const { connectionString } = testDatabase()
  const sync = createSyncServer({ database: { connectionString }, authorise: async () => null, logger: silentLogger })
  onTestFinished(() => sync.close())
  const { ref } = await newFiche()
  await expect(
    sync.liveText.apply({ document: ref, field: 'inconnu', delta: [{ insert: 'a' }], actor: SERVER }),
  ).rejects.toThrow(RangeError)
})
