import { expect, test } from 'vitest'
import {
  BYTE_BURST,
  FRAME_BURST,
  IDLE_ROOM_MS,
  MAX_BYTES_PER_SECOND,
  MAX_FRAMES_PER_SECOND,
  SNAPSHOT_AT_UNLOAD_UPDATES,
  SNAPSHOT_EVERY_BYTES,
  SNAPSHOT_EVERY_UPDATES,
} from './limits.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

const SECONDS_TO_REFILL = Math.max(FRAME_BURST / MAX_FRAMES_PER_SECOND, BYTE_BURST / MAX_BYTES_PER_SECOND)

async function setUp() {
  const parts = startEngine()
  const { ref, documentId } = await newFiche()
  const client = new TestClient({ engine: parts.engine, ref })
  await client.connect()
  client.exchange()
  parts.clock.advance(SECONDS_TO_REFILL * 1000)
  const type = async (updates: number, text = 'x') => {
    for (let i = 0; i < updates; i++) client.text.insert(0, text)
    client.deliver()
    await parts.engine.commit.idle()
    // Before the next, as much time as a connection must take for so much.
    parts.clock.advance(SECONDS_TO_REFILL * 1000)
    client.read()
  }
  return { ...parts, ref, documentId, client, type }
}

test('[S47] writes a snapshot when the log is long, and takes the log before it away', async () => {
  const { pool, documentId, type } = await setUp()
  await type(SNAPSHOT_EVERY_UPDATES - 2)
  expect((await stored(pool, documentId)).logUpdates).toBe(SNAPSHOT_EVERY_UPDATES - 1)
  await type(1)
  await expect.poll(async () => (await stored(pool, documentId)).logUpdates).toBe(0)
  await type(3)
  expect((await stored(pool, documentId)).logUpdates).toBe(3)
  expect(await storedText(pool, documentId)).toHaveLength(SNAPSHOT_EVERY_UPDATES + 3)
  const { rows } = await pool.query('SELECT count(*)::int AS snapshots FROM document_snapshot WHERE document_id = $1', [
    documentId,
  ])
  expect(rows).toEqual([{ snapshots: 1 }])
})

test('[S47] writes a snapshot when the log is heavy', async () => {
  const { pool, documentId, type } = await setUp()
  await type(1, 'x'.repeat(SNAPSHOT_EVERY_BYTES))
  await expect.poll(async () => (await stored(pool, documentId)).logUpdates).toBe(0)
  expect(await storedText(pool, documentId)).toHaveLength(SNAPSHOT_EVERY_BYTES + 1)
})

test('[S47] a snapshot keeps who owns each Yjs client', async () => {
  const { pool, documentId, client, type } = await setUp()
  await type(SNAPSHOT_EVERY_UPDATES)
  await expect.poll(async () => (await stored(pool, documentId)).logUpdates).toBe(0)
  expect((await stored(pool, documentId)).owners.get(client.doc.clientID)).toBe(client.viewer?.userId)
})

test('[S48] a room without clients unloads after a while, its projection and a snapshot written', async () => {
  const { engine, clock, pool, documentId, client, type } = await setUp()
  await type(SNAPSHOT_AT_UNLOAD_UPDATES)
  client.disconnect()
  clock.advance(IDLE_ROOM_MS - 1)
  expect(engine.health().rooms).toBe(1)
  clock.advance(1)
  await expect.poll(() => engine.health().rooms).toBe(0)
  const { logUpdates, seq, projectedSeq } = await stored(pool, documentId)
  expect([logUpdates, projectedSeq]).toEqual([0, seq])
})

test('[S48] who comes back before a room unloads finds it loaded, and all of its text', async () => {
  const { engine, clock, client, type } = await setUp()
  await type(3)
  client.disconnect()
  clock.advance(IDLE_ROOM_MS - 1)
  const [room] = engine.registry.rooms()
  await client.connect()
  clock.advance(IDLE_ROOM_MS)
  expect(engine.registry.rooms()).toEqual([room])
})

test('[S48] a room whose edits are not on the disk yet does not unload', async () => {
  const { engine, log, clock, pool, documentId, client } = await setUp()
  log.isOpen = false
  client.text.insert(0, 'a')
  client.deliver()
  client.disconnect()
  clock.advance(IDLE_ROOM_MS)
  await expect.poll(() => log.waiting).toHaveLength(1)
  expect(engine.health().rooms).toBe(1)
  await log.release('written')
  clock.advance(IDLE_ROOM_MS)
  await expect.poll(() => engine.health().rooms).toBe(0)
  expect(await storedText(pool, documentId)).toBe('a\n')
})

test('[S48] a document opens the same after its room was unloaded', async () => {
  const { engine, clock, client, type } = await setUp()
  await type(SNAPSHOT_AT_UNLOAD_UPDATES, 'é')
  client.disconnect()
  clock.advance(IDLE_ROOM_MS)
  await expect.poll(() => engine.health().rooms).toBe(0)
  const next = new TestClient({ engine, ref: client.ref })
  await next.connect()
  next.exchange()
  expect(next.text.toString()).toBe(client.text.toString())
})
