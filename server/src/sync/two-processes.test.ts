import { CLOSE_CODES } from '@pupitre/document'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { PROJECTION_MAX_WAIT_MS } from './limits.ts'
import { newFiche, projectedText, stored, storedText } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine, type TestEngine } from './testing/test-engine.ts'

/** Two engines on one document which know of each other by its log alone, a client on each. */
async function setUp() {
  const [a, b] = [startEngine(), startEngine()]
  const { ref, documentId } = await newFiche()
  const ada = new TestClient({ engine: a.engine, ref, query: { ack: '1' } })
  const bob = new TestClient({ engine: b.engine, ref, query: { ack: '1' } })
  for (const client of [ada, bob]) {
    await client.connect()
    client.exchange()
  }
  return { a, b, ref, documentId, ada, bob }
}

/** Types, and waits for the acknowledgement. */
async function type({ engine }: TestEngine, client: TestClient, text: string) {
  client.text.insert(0, text)
  client.deliver()
  await engine.commit.idle()
  client.exchange()
}

const roomOf = ({ engine }: TestEngine) => engine.registry.rooms()[0]?.document

test('[S70] a commit that comes after another process’s is acknowledged at once, and the others’ updates are read then', async () => {
  const { a, b, ada, bob } = await setUp()
  a.reads.isOpen = false
  await type(b, bob, 'Bob ')
  await type(a, ada, 'Ada ')
  expect(ada.durableClock).toBe(Y.getState(ada.doc.store, ada.doc.clientID))
  expect(roomOf(a)).toMatchObject({ seq: 1n, heard: 3n })
  await a.reads.release('read')
  ada.exchange()
  expect(ada.text.toString()).toContain('Bob ')
  expect(roomOf(a)).toMatchObject({ seq: 3n, isBehind: false })
})

test('[S70] a reading that fails is tried again', async () => {
  const { a, b, ada, bob } = await setUp()
  a.reads.isOpen = false
  await type(b, bob, 'Bob ')
  await type(a, ada, 'Ada ')
  await a.reads.release('failed')
  a.reads.isOpen = true
  a.clock.advance(1_000)
  await expect.poll(() => roomOf(a)?.isBehind).toBe(false)
})

test('[S71] a snapshot of a room that lacks updates leaves them in the log', async () => {
  const { a, b, documentId, ada, bob } = await setUp()
  a.reads.isOpen = false
  await type(b, bob, 'Bob ')
  await type(a, ada, 'Ada ')
  const [room] = a.engine.registry.rooms()
  if (room) await a.engine.snapshots.save(room.document)
  const text = await storedText(a.pool, documentId)
  expect([text.includes('Ada '), text.includes('Bob ')]).toEqual([true, true])
})

test('[S71] a process that lacks what a later snapshot holds saves none over it', async () => {
  const { a, b, documentId, bob } = await setUp()
  const [room] = a.engine.registry.rooms()
  await type(b, bob, 'Bob ')
  for (const { document } of b.engine.registry.rooms()) await b.engine.snapshots.save(document)
  if (room) await a.engine.snapshots.save(room.document)
  const { rows } = await a.pool.query('SELECT seq::int FROM document_snapshot WHERE document_id = $1', [documentId])
  expect(rows).toEqual([{ seq: 2 }])
  expect(await storedText(a.pool, documentId)).toContain('Bob ')
})

test('[S70] what is missing and compacted comes from the snapshot, and what follows it from the log', async () => {
  const { a, b, documentId, ada, bob } = await setUp()
  await type(b, bob, 'un ')
  await type(b, bob, 'deux ')
  for (const { document } of b.engine.registry.rooms()) await b.engine.snapshots.save(document)
  await type(b, bob, 'trois ')
  expect((await stored(b.pool, documentId)).logUpdates).toBe(1)
  await type(a, ada, 'quatre ')
  await expect.poll(() => roomOf(a)?.isBehind).toBe(false)
  ada.exchange()
  for (const word of ['un ', 'deux ', 'trois ', 'quatre ']) expect(ada.text.toString()).toContain(word)
})

test('[S20] an owner of a Yjs client that another process stored is known here, once its updates are', async () => {
  const { a, b, ref, bob } = await setUp()
  await type(b, bob, 'Bob ')
  await a.engine.poll.run()
  await expect.poll(() => roomOf(a)?.isBehind).toBe(false)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob.doc))
  doc.clientID = bob.doc.clientID
  const thief = new TestClient({ engine: a.engine, ref, doc, viewer: someone('Voleur') })
  await thief.connect()
  thief.exchange()
  thief.text.insert(0, 'volé')
  thief.deliver()
  expect(thief.closeCode).toBe(CLOSE_CODES.clientIdTaken)
})

test('[S72] who moves to a process whose room is behind is let in once it has all that they may have seen, and brings nothing as theirs', async () => {
  const { a, b, documentId, ada, bob } = await setUp()
  await type(b, bob, 'Bob ')
  await type(b, bob, 'encore ')
  const before = await stored(a.pool, documentId)
  bob.disconnect()
  // Somebody else brings Bob's words in their copy.
  Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(bob.doc))
  ada.disconnect()
  await ada.connect(a.engine)
  ada.exchange()
  await a.engine.commit.idle()
  expect(ada.closeCode).toBeNull()
  expect((await stored(a.pool, documentId)).seq).toBe(before.seq)
})

test('[S53] a projection asked for on one process has what another committed', async () => {
  const { a, b, ref, bob } = await setUp()
  await type(b, bob, 'Bob ')
  await a.engine.projections.flush([ref])
  expect(await projectedText(a.pool, ref)).toContain('Bob ')
})

test('[S51] what was changed while other fields’ updates were missing is projected once they are in', async () => {
  const { a, b, ref, ada, bob } = await setUp()
  a.reads.isOpen = false
  bob.doc.getText('objectifs').insert(0, 'Bob ')
  bob.deliver()
  await b.engine.commit.idle()
  await type(a, ada, 'Ada ')
  a.clock.advance(PROJECTION_MAX_WAIT_MS)
  await expect.poll(() => projectedText(a.pool, ref)).not.toContain('Ada ')
  await a.reads.release('read')
  a.clock.advance(PROJECTION_MAX_WAIT_MS)
  await expect.poll(() => projectedText(a.pool, ref)).toContain('Ada ')
  expect(await projectedText(a.pool, ref, 'objectifs')).toContain('Bob ')
})

test('[S73] one statement finds all the open documents in which others wrote', async () => {
  const { a, b, ada, bob } = await setUp()
  await a.engine.poll.run()
  expect(a.reads.asked).toBe(0)
  await type(b, bob, 'Bob ')
  await a.engine.poll.run()
  await expect.poll(() => roomOf(a)?.seq).toBe(2n)
  ada.exchange()
  expect(ada.text.toString()).toContain('Bob ')
})

test('[S74] a room whose document was restored to an earlier state, or is gone, is closed rather than mixed with it', async () => {
  const { prisma } = testDatabase()
  for (const [change, code] of [
    [
      (id: string) => prisma.liveDocument.update({ where: { id }, data: { epoch: crypto.randomUUID() } }),
      'unavailable',
    ],
    // Its log ends before what this process has heard of.
    [() => Promise.resolve(), 'unavailable'],
    [(id: string) => prisma.liveDocument.delete({ where: { id } }), 'notFound'],
  ] as const) {
    const { a, documentId, ada } = await setUp()
    a.reads.isOpen = false
    const [room] = a.engine.registry.rooms()
    room?.document.hear(5n)
    if (room) a.engine.catchUp.start(room)
    await change(documentId)
    await a.reads.release('read')
    expect(ada.closeCode).toBe(CLOSE_CODES[code])
    expect(a.engine.health().rooms).toBe(0)
  }
})
