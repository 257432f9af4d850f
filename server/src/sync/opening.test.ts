import { CLOSE_CODES } from '@pupitre/document'
import { expect, test } from 'vitest'
import { newFiche, storedText } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

test('[S2] who has neither session nor ticket is closed with 4401', async () => {
  const { engine } = startEngine()
  const client = new TestClient({ engine, ref: (await newFiche()).ref, viewer: null })
  await client.connect()
  expect(client.closeCode).toBe(CLOSE_CODES.signedOut)
  expect(client.transport.sent).toEqual([])
})

test('[S97] a copy of one user is turned away with 4401 under the session of another', async () => {
  const { engine } = startEngine()
  const { ref } = await newFiche()
  const enter = async (query: (userId: string) => string | null) => {
    const viewer = someone()
    const user = query(viewer.userId)
    const client = new TestClient({ engine, ref, viewer, query: user === null ? {} : { user } })
    await client.connect()
    return client.closeCode
  }
  expect(await enter(() => crypto.randomUUID())).toBe(CLOSE_CODES.signedOut)
  expect(await enter((userId) => userId)).toBeNull()
  expect(await enter(() => null)).toBeNull()
})

test('[S3] a document that one may not read answers exactly as one that does not exist', async () => {
  const { engine, judge } = startEngine()
  const absent = new TestClient({ engine, ref: { kind: 'fiche', uuid: crypto.randomUUID() } })
  await absent.connect()
  judge.access = () => null
  const forbidden = new TestClient({ engine, ref: (await newFiche()).ref })
  await forbidden.connect()
  expect([absent.closeCode, absent.transport.sent]).toEqual([CLOSE_CODES.notFound, []])
  expect([forbidden.closeCode, forbidden.transport.sent]).toEqual([CLOSE_CODES.notFound, []])
})

test('[S4] a copy of another life of the document is turned away with 4409; without an epoch one enters', async () => {
  const { engine, pool } = startEngine()
  const { ref, documentId } = await newFiche()
  const { rows } = await pool.query<{ epoch: string }>('SELECT epoch::text FROM live_document WHERE id = $1', [
    documentId,
  ])
  const enter = async (query: Record<string, string>) => {
    const client = new TestClient({ engine, ref, query })
    await client.connect()
    return client.closeCode
  }
  expect(await enter({ epoch: crypto.randomUUID() })).toBe(CLOSE_CODES.epochChanged)
  expect(await enter({ epoch: rows[0]?.epoch ?? '' })).toBeNull()
  expect(await enter({})).toBeNull()
})

test('[S5] says nothing before the document is loaded, then handles what came meanwhile in its order', async () => {
  const { engine } = startEngine()
  const client = new TestClient({ engine, ref: (await newFiche({ description: 'Bonjour' })).ref })
  const opening = client.connect()
  client.deliver()
  expect(client.transport.sent).toEqual([])
  await opening
  client.read()
  expect(client.isSynced).toBe(true)
  expect(client.text.toString()).toBe('Bonjour\n')
})

test('[S6] a document that cannot be loaded now answers 4503, and opens for the next who comes', async () => {
  const { engine, pool } = startEngine()
  const { ref, documentId } = await newFiche({ description: 'Bonjour' })
  // Not a deflated state: what reads it fails.
  await pool.query('INSERT INTO document_snapshot (document_id, seq, state) VALUES ($1, 1, $2)', [
    documentId,
    Buffer.from('?'),
  ])
  const first = new TestClient({ engine, ref })
  await first.connect()
  expect(first.closeCode).toBe(CLOSE_CODES.unavailable)
  await pool.query('DELETE FROM document_snapshot WHERE document_id = $1', [documentId])
  const second = new TestClient({ engine, ref })
  await second.connect()
  second.exchange()
  expect(second.text.toString()).toBe('Bonjour\n')
})

test('[S7] loads a document once, however many come at the same time', async () => {
  const { engine } = startEngine()
  const { ref } = await newFiche()
  const clients = Array.from({ length: 20 }, () => new TestClient({ engine, ref }))
  await Promise.all(clients.map((client) => client.connect()))
  expect(engine.health()).toMatchObject({ rooms: 1, connections: 20 })
})

test('[S8] greets a client that asked for acknowledgements with the epoch and its access, once synced', async () => {
  const { engine, judge } = startEngine()
  const { ref } = await newFiche()
  judge.access = () => 'read'
  const client = new TestClient({ engine, ref, query: { ack: '1' } })
  await client.connect()
  client.read()
  expect(client.hello).toBeNull()
  client.exchange()
  expect(client.hello).toMatchObject({ access: 'read' })
  const stock = new TestClient({ engine, ref })
  await stock.connect()
  stock.exchange()
  expect(stock.hello).toBeNull()
})

test('[S8] takes in what a client wrote while it was away', async () => {
  const { engine, pool } = startEngine()
  const { ref, documentId } = await newFiche({ description: 'Bonjour' })
  const client = new TestClient({ engine, ref, query: { ack: '1' } })
  await client.connect()
  client.exchange()
  client.disconnect()
  client.text.insert(7, ' à tous')
  await client.connect()
  client.exchange()
  await expect.poll(() => (client.exchange(), client.acknowledged)).toBe(client.sentEdits)
  expect(await storedText(pool, documentId)).toBe('Bonjour à tous\n')
})

test('[S9] a client that has not asked for the document yet is not sent its changes', async () => {
  const { engine } = startEngine()
  const { ref } = await newFiche()
  const [writer, late] = [new TestClient({ engine, ref }), new TestClient({ engine, ref })]
  await writer.connect()
  await late.connect()
  writer.exchange()
  late.transport.sent.length = 0
  writer.text.insert(0, 'a')
  writer.deliver()
  await engine.commit.idle()
  expect(late.transport.sent).toEqual([])
  late.exchange()
  expect(late.text.toString()).toBe('a\n')
})
