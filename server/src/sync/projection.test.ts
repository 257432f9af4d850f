import { expect, test } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { PROJECTION_MAX_WAIT_MS, PROJECTION_PAUSE_MS, TITLE_PROJECTION_MS } from './limits.ts'
import { projectField } from './field-text.ts'
import { PROJECT, projectParameters } from './projection-statement.ts'
import { newFiche } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

async function setUp(given: { titre?: string; description?: string } = { titre: 'Haies', description: 'Bonjour' }) {
  const parts = startEngine()
  const { ref, documentId } = await newFiche(given)
  const client = new TestClient({ engine: parts.engine, ref })
  await client.connect()
  client.exchange()
  const { prisma } = testDatabase()
  const texts = async () => {
    const fiche = await prisma.fiche.findUniqueOrThrow({
      where: { id: ref.uuid },
      include: { textes: true, document: { include: { projection: true } } },
    })
    const text = (field: string) => fiche.textes.find((row) => row.field === field)
    return {
      titre: fiche.titre,
      titreSeq: fiche.titreSeq,
      description: text('description'),
      moyens: text('moyens'),
      document: fiche.document,
    }
  }
  const edit = async (write: () => void) => {
    write()
    client.deliver()
    await parts.engine.commit.idle()
  }
  return { ...parts, ref, documentId, client, texts, edit, prisma }
}

test('[S49] writes plain text and Markdown of what changed, when the typing pauses', async () => {
  const { clock, client, texts, edit } = await setUp()
  await edit(() => client.text.format(0, 7, { bold: true }))
  clock.advance(PROJECTION_PAUSE_MS - 1)
  expect((await texts()).description?.markdown).not.toContain('**')
  clock.advance(1)
  await expect
    .poll(async () => (await texts()).description)
    .toMatchObject({ plain: 'Bonjour', markdown: expect.stringMatching(/^\*\*Bonjour\*\*\s*$/) })
  const { document, description } = await texts()
  expect([document?.projection?.seq, description?.seq]).toEqual([document?.seq, document?.seq])
})

test('[S49] does not wait for a pause that does not come: two seconds at most, the writing included', async () => {
  expect(PROJECTION_MAX_WAIT_MS + PROJECTION_PAUSE_MS).toBeLessThan(2_000)
  const { clock, client, texts, edit } = await setUp()
  for (let waited = 0; waited < PROJECTION_MAX_WAIT_MS; waited += PROJECTION_PAUSE_MS / 2) {
    await edit(() => client.text.insert(0, 'x'))
    clock.advance(PROJECTION_PAUSE_MS / 2)
  }
  await expect.poll(async () => (await texts()).description?.plain).toMatch(/^x+Bonjour$/)
})

test('[S50] the title is written less than 200 ms after it changed, before the rest', async () => {
  expect(TITLE_PROJECTION_MS).toBeLessThan(200)
  const { clock, client, texts, edit } = await setUp()
  await edit(() => client.doc.getText('titre').insert(5, ' vives *'))
  await edit(() => client.text.insert(0, 'x'))
  clock.advance(TITLE_PROJECTION_MS)
  await expect.poll(async () => (await texts()).titre, { interval: 5 }).toBe('Haies vives *')
  // The rest is still to come: the document does not count as projected.
  const { document, description } = await texts()
  expect(description?.plain).toBe('Bonjour')
  expect(document && (document.projection?.seq ?? 0n) < document.seq).toBe(true)
})

test('[S51] what is older than what is written never overwrites it', async () => {
  const { engine, client, texts, edit, prisma, ref } = await setUp()
  await edit(() => client.doc.getText('titre').insert(0, 'Vieilles '))
  await edit(() => client.text.insert(0, 'Vieux '))
  const seq = 1_000n
  await prisma.fiche.update({ where: { id: ref.uuid }, data: { titre: 'Neuf', titreSeq: seq } })
  await prisma.ficheText.updateMany({ where: { ficheId: ref.uuid }, data: { plain: 'Neuf', markdown: 'Neuf', seq } })
  await engine.projections.flush([ref])
  expect(await texts()).toMatchObject({ titre: 'Neuf', description: { plain: 'Neuf', markdown: 'Neuf' } })
})

test('[S52] catches up after a process that died before it projected, all fields of all its documents', async () => {
  const { client, texts, edit, die } = await setUp()
  await edit(() => client.doc.getText('titre').insert(0, 'Belles '))
  await edit(() => client.doc.getText('moyens').insert(0, 'Deux agents'))
  await die()
  const restarted = startEngine()
  // A document that nobody can read any more does not keep the others behind.
  const broken = await newFiche()
  await restarted.pool.query('INSERT INTO document_snapshot (document_id, seq, state) VALUES ($1, 1, $2)', [
    broken.documentId,
    Buffer.from('?'),
  ])
  await restarted.pool.query('UPDATE live_document SET seq = 2 WHERE id = $1', [broken.documentId])
  expect((await texts()).titre).toBe('Haies')
  expect(await restarted.engine.projections.catchUp()).toBeGreaterThan(0)
  await restarted.pool.query('DELETE FROM live_document WHERE id = $1', [broken.documentId])
  expect(await texts()).toMatchObject({ titre: 'Belles Haies', moyens: { plain: 'Deux agents' } })
})

test('[S53] is exact at once for who needs it exact', async () => {
  const { engine, client, ref, texts, edit } = await setUp()
  await edit(() => client.text.insert(7, ' à tous'))
  await engine.projections.flush([ref])
  expect((await texts()).description?.plain).toBe('Bonjour à tous')
})

test('[S49] a character that PostgreSQL cannot hold does not stop the projection', async () => {
  const { engine, client, ref, texts, edit } = await setUp()
  await edit(() => client.text.insert(0, 'a\u0000b'))
  await engine.projections.flush([ref])
  expect((await texts()).description?.plain).toBe('abBonjour')
})

test('[S119] waits for no flush, and no flush waits for it', async () => {
  const { engine, pool, client, ref, documentId, texts, edit } = await setUp()
  await edit(() => client.text.insert(7, ' à tous'))
  const flushing = await pool.connect()
  await flushing.query('BEGIN')
  await flushing.query('SELECT 1 FROM live_document WHERE id = $1 FOR NO KEY UPDATE', [documentId])
  await engine.projections.flush([ref])
  await flushing.query('ROLLBACK')
  flushing.release()
  expect((await texts()).description?.plain).toBe('Bonjour à tous')

  // What a projection of another process holds until it commits.
  const projecting = await pool.connect()
  await projecting.query('BEGIN')
  const text = projectField('description', [{ insert: 'Bonjour à tous et à toutes\n' }])
  const { document } = await texts()
  if (!document) throw new Error('the fiche has its document')
  const projected = { documentId, ownerId: ref.uuid, epoch: document.epoch, seq: document.seq + 1n, texts: [text] }
  await projecting.query(PROJECT.fiche, projectParameters([{ ...projected, isComplete: true }]))
  await edit(() => client.text.insert(0, 'Re'))
  expect((await texts()).document?.seq).toBe(document.seq + 1n)
  await projecting.query('ROLLBACK')
  projecting.release()
})

test.each([
  { table: 'document_projection', column: 'document_id', key: 'documentId' },
  { table: 'fiche_text', column: 'fiche_id', key: 'ownerId' },
  { table: 'fiche', column: 'id', key: 'ownerId' },
] as const)(
  '[S119] processes that project the same documents never wait in a circle: rows of $table are locked in the order of ids',
  async ({ table, column, key }) => {
    const { pool } = startEngine()
    const projected = [await nextProjection(await newFiche()), await nextProjection(await newFiche())]
    const [first, last] = projected.toSorted((a, b) => (a[key] < b[key] ? -1 : 1))
    if (!first || !last) throw new Error('there are two')
    const holder = await pool.connect()
    await holder.query('BEGIN')
    await holder.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 FOR UPDATE`, [first[key]])
    const projecting = pool.query(PROJECT.fiche, projectParameters([last, first]))
    const held = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const waiting = 'SELECT 1 FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))'
    await expect.poll(async () => (await pool.query(waiting, [held.rows[0]?.pid])).rowCount).toBe(1)
    const free = await pool.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 FOR UPDATE SKIP LOCKED`, [last[key]])
    expect(free.rowCount).toBeGreaterThan(0)
    await holder.query('ROLLBACK')
    holder.release()
    await projecting
  },
)

/** What a projection of both texts writes, of one seq later. */
async function nextProjection({ ref, documentId }: { ref: { uuid: string }; documentId: string }) {
  const { epoch, seq } = await testDatabase().prisma.liveDocument.findUniqueOrThrow({ where: { id: documentId } })
  const texts = ['titre', 'description'].map((field) => projectField(field, [{ insert: 'Haies vives\n' }]))
  return { documentId, ownerId: ref.uuid, epoch, seq: seq + 1n, texts, isComplete: true }
}
