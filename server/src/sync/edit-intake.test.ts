import { CLOSE_CODES, encodeUpdate } from '@pupitre/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from './testing/gated-log.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

const WITH_ACKS: Record<string, string> = { ack: '1' }

async function setUp({ query = WITH_ACKS, description = 'Bonjour' } = {}) {
  const parts = startEngine()
  const { ref, documentId } = await newFiche({ description })
  const enter = async (
    given: { viewer?: ReturnType<typeof someone>; doc?: Y.Doc; query?: Record<string, string> } = {},
  ) => {
    const client = new TestClient({ engine: parts.engine, ref, query, ...given })
    await client.connect()
    client.exchange()
    return client
  }
  const logLength = async () => (await stored(parts.pool, documentId)).logUpdates
  return { ...parts, ref, documentId, enter, logLength }
}

test('[S16] an update that lacks what it stands on is not stored: all that is missing is asked for and taken', async () => {
  const { engine, enter, pool, documentId, logLength } = await setUp()
  const client = await enter()
  const before = await logLength()
  client.text.insert(7, ' à')
  client.outgoing.length = 0
  client.text.insert(9, ' tous')
  client.deliver()
  await engine.commit.idle()
  expect(await logLength()).toBe(before)
  client.exchange()
  await engine.commit.idle()
  expect(await storedText(pool, documentId)).toBe('Bonjour à tous\n')
})

test('[S16] a frame that lacked what it stands on is acknowledged with the resync that brings it, not before', async () => {
  const { engine, enter } = await setUp()
  const client = await enter()
  client.exchange()
  const base = client.acknowledged
  client.text.insert(7, ' à')
  client.outgoing.length = 0
  client.text.insert(9, ' tous')
  client.deliver()
  await engine.commit.idle()
  expect(client.acknowledged).toBe(base)
  client.exchange()
  await engine.commit.idle()
  client.exchange()
  // The update that was lost on the way was counted by the client, never received by the server.
  expect(client.acknowledged).toBe(base + 2)
})

test('[S18] an update with nothing new is acknowledged and not stored again', async () => {
  const { engine, enter, logLength } = await setUp()
  const client = await enter()
  client.text.insert(0, 'a')
  client.text.delete(3, 2)
  client.deliver()
  await engine.commit.idle()
  client.exchange()
  const [before, acknowledged] = [await logLength(), client.acknowledged]
  client.send(encodeUpdate(Y.encodeStateAsUpdate(client.doc)))
  await engine.commit.idle()
  client.read()
  expect(client.acknowledged).toBe(acknowledged + 1)
  expect(await logLength()).toBe(before)
})

test('[S19] an update may stand on one that is still on its way to the disk', async () => {
  const { engine, log, enter, pool, documentId } = await setUp()
  const client = await enter()
  log.isOpen = false
  client.text.insert(7, ' à')
  client.deliver()
  client.text.insert(9, ' tous')
  client.deliver()
  client.text.delete(0, 1)
  client.deliver()
  await settled()
  expect([client.closeCode, client.transport.sent]).toEqual([null, []])
  log.isOpen = true
  await log.release('written')
  await engine.commit.idle()
  expect(await storedText(pool, documentId)).toBe('onjour à tous\n')
})

test('[S19] what is typed and taken away again before it is on the disk is gone', async () => {
  const { engine, enter, pool, documentId } = await setUp()
  const client = await enter()
  client.text.insert(0, 'faute')
  client.text.delete(0, 5)
  client.deliver()
  await engine.commit.idle()
  expect(await storedText(pool, documentId)).toBe('Bonjour\n')
})

test('[S20] the first writer of a Yjs client id owns it: another user who writes under it is closed and nothing is stored', async () => {
  const { engine, enter, pool, documentId } = await setUp()
  const owner = await enter()
  owner.text.insert(0, 'a')
  owner.deliver()
  await engine.commit.idle()
  const client = await enter()
  client.send(written({ clientId: owner.doc.clientID, from: 1, text: 'b' }))
  expect(client.closeCode).toBe(CLOSE_CODES.clientIdTaken)
  await engine.commit.idle()
  expect(await storedText(pool, documentId)).toBe('aBonjour\n')
  const { rows } = await pool.query(
    'SELECT user_id::text FROM document_client WHERE document_id = $1 AND client_id = $2',
    [documentId, owner.doc.clientID],
  )
  expect(rows).toEqual([{ user_id: owner.viewer?.userId }])
})

test('[S20] a client id is owned from its first update on, before that is on the disk', async () => {
  const { log, enter } = await setUp()
  const owner = await enter()
  const other = await enter()
  log.isOpen = false
  owner.text.insert(0, 'a')
  owner.deliver()
  other.send(written({ clientId: owner.doc.clientID, from: 0, text: 'b' }))
  expect([owner.closeCode, other.closeCode]).toEqual([null, CLOSE_CODES.clientIdTaken])
})

test('[S20] text under a client id that another draws by chance is refused, not taken for what is there already', async () => {
  const { engine, enter } = await setUp()
  const first = await enter()
  first.text.insert(0, 'abc')
  first.deliver()
  await engine.commit.idle()
  const second = await enter()
  second.send(written({ clientId: first.doc.clientID, from: 0, text: 'xy' }))
  expect(second.closeCode).toBe(CLOSE_CODES.clientIdTaken)
  // The same characters again are the same characters.
  const third = await enter()
  third.send(encodeUpdate(Y.encodeStateAsUpdate(first.doc)))
  expect(third.closeCode).toBeNull()
})

test('[S20] the same user may come back under the same client id, after a restart too', async () => {
  const { engine, enter, documentId } = await setUp()
  const viewer = someone()
  const doc = new Y.Doc()
  const first = await enter({ viewer, doc })
  first.text.insert(0, 'a')
  first.deliver()
  await engine.commit.idle()
  first.disconnect()
  const restarted = startEngine()
  const again = new TestClient({ engine: restarted.engine, ref: first.ref, viewer, doc })
  await again.connect()
  again.exchange()
  again.text.insert(0, 'b')
  again.deliver()
  await restarted.engine.commit.idle()
  expect(again.closeCode).toBeNull()
  expect(await storedText(restarted.pool, documentId)).toBe('baBonjour\n')
})

test('[S21] a reader is present, and each of their edits is refused by its number', async () => {
  const { engine, judge, enter, pool, documentId } = await setUp()
  judge.access = () => 'read'
  const reader = await enter()
  const { sentEdits } = reader
  reader.text.insert(0, 'a')
  reader.text.insert(0, 'b')
  reader.exchange()
  await engine.commit.idle()
  expect(reader.refusals).toEqual([
    { ordinal: sentEdits + 1, reason: 'readOnly' },
    { ordinal: sentEdits + 2, reason: 'readOnly' },
  ])
  expect(reader.acknowledged).toBe(reader.sentEdits)
  expect(reader.closeCode).toBeNull()
  expect(await storedText(pool, documentId)).toBe('Bonjour\n')
})

test('[S21] a stock client that only reads is told so once, in its own protocol', async () => {
  const { judge, enter } = await setUp({ query: {} })
  judge.access = () => 'read'
  const reader = await enter()
  reader.text.insert(0, 'a')
  reader.text.insert(0, 'b')
  reader.exchange()
  expect([reader.denials, reader.closeCode]).toEqual([1, null])
})

test('[S22] a clean-up of format markers, which Yjs writes by itself in a reader, is dropped without a refusal', async () => {
  const { engine, judge, enter, logLength } = await setUp()
  const writer = await enter()
  writer.text.format(0, 7, { bold: true })
  writer.deliver()
  await engine.commit.idle()
  writer.exchange()
  judge.access = () => 'read'
  const reader = await enter()
  // The reader's Yjs has all that it needs to tidy: a deletion of markers only, made by hand here to be sure of it.
  const cleanup = deleteMarkers(reader.doc)
  const before = await logLength()
  reader.send(encodeUpdate(cleanup))
  reader.read()
  await engine.commit.idle()
  expect(reader.refusals).toEqual([])
  expect(await logLength()).toBe(before)
  // A deletion of one character among the markers is an edit.
  reader.text.delete(0, 1)
  reader.exchange()
  expect(reader.refusals).toHaveLength(1)
})

test('[S23] a reader who has nothing new is acknowledged', async () => {
  const { judge, enter } = await setUp()
  judge.access = () => 'read'
  const reader = await enter()
  expect(reader.sentEdits).toBeGreaterThan(0)
  expect([reader.acknowledged, reader.refusals]).toEqual([reader.sentEdits, []])
})

/** A frame with text of a Yjs client, whose first `from` characters are left out. */
function written({ clientId, from, text }: { clientId: number; from: number; text: string }): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getText('description').insert(0, 'a'.repeat(from))
  const before = Y.encodeStateVector(doc)
  doc.getText('description').insert(from, text)
  return encodeUpdate(Y.encodeStateAsUpdate(doc, before))
}

/** An update that deletes every format marker of the description. */
function deleteMarkers(doc: Y.Doc): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const written: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => written.push(update))
  copy.transact((transaction) => {
    for (let item = copy.getText('description')._start; item; item = item.right) {
      if (item.content instanceof Y.ContentFormat) item.delete(transaction)
    }
  })
  const [update] = written
  if (!update) throw new Error('there was no marker')
  return update
}
