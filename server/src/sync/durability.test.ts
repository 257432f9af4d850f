import { CLOSE_CODES } from '@pupitre/document'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '../../test/test-database.ts'
import { FLUSH_RETRY_MAX_MS, MAX_BYTES_PER_SECOND, MAX_WAITING_BYTES } from './limits.ts'
import { settled } from './testing/gated-log.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'
import { readDurabilitySettings } from './update-log.ts'

/** A server whose flushes wait at a gate, and clients that have entered a new fiche. */
async function setUp(queries: Record<string, string>[]) {
  const parts = startEngine()
  const { ref, documentId } = await newFiche()
  const enter = async (query: Record<string, string>, where = ref) => {
    const client = new TestClient({ engine: parts.engine, ref: where, query })
    await client.connect()
    client.exchange()
    return client
  }
  const clients = await Promise.all(queries.map((query) => enter(query)))
  parts.log.isOpen = false
  const edit = async (client: TestClient | undefined, text: string) => {
    client?.text.insert(0, text)
    client?.deliver()
    await settled()
  }
  return { ...parts, ref, documentId, clients, enter, edit }
}

test('[S24] shows nobody and acknowledges nothing before the commit', async () => {
  const { log, clients, edit } = await setUp([{ ack: '1' }, {}, {}])
  const [writer, stock, reader] = clients
  await edit(writer, 'a')
  await edit(stock, 'b')
  for (const client of clients) expect(client.transport.sent).toEqual([])
  await log.release('written')
  await log.release('written')
  for (const client of clients) client.read()
  expect(reader?.text.toString()).toBe(writer?.text.toString())
  expect(reader?.text.toString()).toHaveLength(3)
})

test('[S25] keeps one flush in flight; the next takes all that waits, of all documents', async () => {
  const { log, clients, enter, edit } = await setUp([{}])
  log.isOpen = true
  const other = await enter({}, (await newFiche()).ref)
  log.isOpen = false
  await edit(clients[0], 'a')
  for (const client of [clients[0], other, clients[0]]) await edit(client, 'b')
  expect(log.waiting.map(({ groups }) => groups.map(({ entries }) => entries.length))).toEqual([[1]])
  await log.release('written')
  expect(log.waiting.map(({ groups }) => groups.map(({ entries }) => entries.length))).toEqual([[2, 1]])
  await log.release('written')
  expect(log.waiting).toEqual([])
})

test('[S26] numbers the updates of a document without gaps, two processes at a time', async () => {
  const { ref, documentId } = await newFiche()
  const servers = [startEngine(), startEngine()]
  const clients = servers.map(({ engine }) => new TestClient({ engine, ref }))
  for (const client of clients) {
    await client.connect()
    client.exchange()
  }
  for (let i = 0; i < 30; i++) {
    for (const client of clients) {
      client.text.insert(0, 'x')
      client.deliver()
    }
    if (i % 3 === 0) await settled()
  }
  await Promise.all(servers.map(({ engine }) => engine.commit.idle()))
  const pool = servers[0]?.pool
  const rows = await pool?.query<{ seq: string }>(
    'SELECT seq::text FROM document_update WHERE document_id = $1 ORDER BY document_update.seq',
    [documentId],
  )
  expect(rows?.rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 61 }, (_, i) => i + 1))
  expect(pool && (await storedText(pool, documentId))).toBe(`${'x'.repeat(60)}\n`)
})

test('[S27] sends what a flush changed as one frame, the same bytes for the whole room, senders included', async () => {
  const { log, clients, edit } = await setUp([{}, {}, {}])
  await edit(clients[0], 'first flush')
  await edit(clients[0], 'a')
  await edit(clients[1], 'b')
  await log.release('written')
  for (const client of clients) client.transport.sent.length = 0
  await log.release('written')
  const frames = clients.map(({ transport }) => transport.sent)
  expect(frames.map((sent) => sent.length)).toEqual([1, 1, 1])
  expect(new Set(frames.map(([frame]) => frame)).size).toBe(1)
})

test('[S28] a client with acknowledgements that wrote a whole flush alone gets no echo', async () => {
  const { log, clients, edit } = await setUp([{ ack: '1' }, {}])
  const [alone, other] = clients
  const acknowledged = alone?.acknowledged ?? 0
  await edit(alone, 'a')
  await log.release('written')
  expect([alone?.transport.sent.length, other?.transport.sent.length]).toEqual([1, 1])
  alone?.read()
  expect(alone?.acknowledged).toBe(acknowledged + 1)
})

test('[S29] acknowledges once per flush, for all of its edits', async () => {
  const { log, clients, edit } = await setUp([{ ack: '1' }])
  const [client] = clients
  await edit(client, 'a')
  await edit(client, 'b')
  await edit(client, 'c')
  await log.release('written')
  await log.release('written')
  expect(client?.transport.sent).toHaveLength(2)
  client?.read()
  expect(client?.acknowledged).toBe(client?.sentEdits)
})

test('[S30] when a batch fails, documents are tried one by one: the one that is held waits, the others are committed', async () => {
  const { log, clock, clients, enter, edit, pool, documentId } = await setUp([{}])
  log.isOpen = true
  const second = await newFiche()
  const other = await enter({}, second.ref)
  log.isOpen = false
  await edit(other, 'first flush')
  await edit(clients[0], 'a')
  await edit(other, 'b')
  await log.release('written')
  await log.release('busy')
  await log.release('busy')
  await log.release('written')
  expect(await storedText(pool, second.documentId)).toBe('bfirst flush\n')
  expect(await storedText(pool, documentId)).toBe('\n')
  await edit(clients[0], 'c')
  clock.advance(FLUSH_RETRY_MAX_MS)
  await settled()
  await log.release('written')
  expect(await storedText(pool, documentId)).toBe('ca\n')
})

test('[S31] edits that the database refuses close their room with 4503, and it starts again from what is stored', async () => {
  const { log, clients, edit, enter, pool, documentId } = await setUp([{ ack: '1' }, {}])
  await edit(clients[0], 'refused')
  await edit(clients[0], 'and what stands on it')
  await log.release('refused')
  expect(clients.map((client) => client.closeCode)).toEqual([CLOSE_CODES.unavailable, CLOSE_CODES.unavailable])
  expect(log.waiting).toEqual([])
  log.isOpen = true
  const next = await enter({})
  expect(next.text.toString()).toBe('\n')
  next.text.insert(0, 'a')
  next.deliver()
  await expect.poll(() => storedText(pool, documentId)).toBe('a\n')
})

test('[S31] a document that is deleted while it is open closes with 4404', async () => {
  const { log, clients, edit, pool, documentId } = await setUp([{}])
  await pool.query('DELETE FROM live_document WHERE id = $1', [documentId])
  await edit(clients[0], 'a')
  await log.release('written')
  expect(clients[0]?.closeCode).toBe(CLOSE_CODES.notFound)
})

test('[S32] while the database is away nothing is shown or acknowledged; when it is back all of it is kept', async () => {
  const { engine, log, clock, clients, edit, pool, documentId } = await setUp([{ ack: '1' }, {}])
  await edit(clients[0], 'a')
  await log.release('away')
  expect(engine.health()).toMatchObject({ storage: 'away', waitingEdits: 1 })
  await edit(clients[1], 'b')
  for (let i = 0; i < 5; i++) {
    clock.advance(FLUSH_RETRY_MAX_MS)
    await settled()
    expect(log.waiting).toHaveLength(1)
    await log.release('away')
  }
  for (const client of clients) expect([client.transport.sent, client.closeCode]).toEqual([[], null])
  clients[1]?.disconnect()
  clock.advance(FLUSH_RETRY_MAX_MS)
  await settled()
  await log.release('written')
  expect(engine.health()).toMatchObject({ storage: 'reachable', waitingEdits: 0, waitingBytes: 0 })
  expect(await storedText(pool, documentId)).toHaveLength(3)
})

test('[S32] a commit whose answer was lost is written again, and nothing is doubled', async () => {
  const { log, clock, clients, edit, pool, documentId } = await setUp([{}])
  await edit(clients[0], 'a')
  await log.release('answerLost')
  clock.advance(FLUSH_RETRY_MAX_MS)
  await settled()
  await log.release('written')
  clients[0]?.read()
  expect(clients[0]?.text.toString()).toBe('a\n')
  expect(await storedText(pool, documentId)).toBe('a\n')
})

test('[S33] holds no more than its memory allows: the sender of one edit too many is closed with 4503', async () => {
  const { engine, clients, edit, clock } = await setUp([{}, {}])
  const block = 'x'.repeat(MAX_WAITING_BYTES / 8)
  for (let i = 0; i < 7; i++) {
    await edit(clients[0], block)
    // As slowly as a connection must be.
    clock.advance((MAX_WAITING_BYTES / MAX_BYTES_PER_SECOND) * 1000)
  }
  expect(clients[0]?.closeCode).toBeNull()
  // The text and the few bytes around it pass what is left.
  await edit(clients[0], block)
  expect(clients[0]?.closeCode).toBe(CLOSE_CODES.unavailable)
  await edit(clients[1], 'a')
  expect(clients[1]?.closeCode).toBeNull()
  expect(engine.health().waitingBytes).toBeLessThanOrEqual(MAX_WAITING_BYTES)
})

test('[S34] the database that comes with Pupitre has fsync, synchronous_commit and full_page_writes on', async () => {
  const client = new pg.Client({ connectionString: testDatabase().connectionString })
  await client.connect()
  onTestFinished(() => client.end())
  expect(await readDurabilitySettings(client)).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  })
})

test('[S36] the log holds exactly what a room shows, format clean-ups included', async () => {
  const { log, clients, engine, pool, documentId } = await setUp([{}, {}])
  log.isOpen = true
  const [first, second] = clients
  first?.text.insert(0, 'un deux trois')
  first?.deliver()
  await engine.commit.idle()
  second?.exchange()
  // Overlapping marks by two people at once: Yjs tidies their markers afterwards, in each client.
  first?.text.format(0, 8, { bold: true })
  second?.text.format(3, 8, { bold: true })
  first?.text.format(0, 13, { bold: null })
  for (let i = 0; i < 3; i++) {
    for (const client of clients) client.exchange()
    await engine.commit.idle()
  }
  const fresh = await stored(pool, documentId)
  expect(fresh.doc.getText('description').toDelta()).toEqual(first?.text.toDelta())
  const [room] = engine.registry.rooms()
  expect(room && Y.encodeStateAsUpdate(room.document.doc)).toEqual(Y.encodeStateAsUpdate(fresh.doc))
})
