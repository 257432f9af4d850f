import { CLOSE_CODES, readSpread } from '@pupitre/document'
import { expect, test } from 'vitest'
import { RETURN_SPREAD_PER_CONNECTION_MS, SNAPSHOT_AT_UNLOAD_UPDATES, STOP_MS } from './limits.ts'
import { settled } from './testing/gated-log.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

async function setUp() {
  const parts = startEngine()
  const { ref, documentId } = await newFiche()
  const enter = async (viewer = someone()) => {
    const client = new TestClient({ engine: parts.engine, ref, viewer, query: { ack: '1' } })
    await client.connect()
    client.exchange()
    return client
  }
  return { ...parts, ref, documentId, client: await enter(), enter }
}

test('[S57] a stop flushes and acknowledges what was taken, then closes with 1012', async () => {
  const { engine, log, documentId, client } = await setUp()
  const { pool } = startEngine()
  log.isOpen = false
  client.text.insert(0, 'a')
  client.deliver()
  await settled()
  const stopping = engine.stop()
  client.text.insert(0, 'too late')
  client.deliver()
  expect(client.closeCode).toBeNull()
  await log.release('written')
  await stopping
  client.read()
  expect(client.closeCode).toBe(CLOSE_CODES.restarting)
  expect(client.acknowledged).toBe(client.sentEdits - 1)
  expect(await storedText(pool, documentId)).toBe('a\n')
  const { seq, projectedSeq } = await stored(pool, documentId)
  expect(projectedSeq).toBe(seq)
})

test('[S57] a stop leaves a snapshot in place of a long log', async () => {
  const { engine, documentId, client } = await setUp()
  const { pool } = startEngine()
  for (let i = 0; i < SNAPSHOT_AT_UNLOAD_UPDATES; i += 1) {
    client.text.insert(0, 'a')
    client.deliver()
  }
  await engine.stop()
  expect((await stored(pool, documentId)).logUpdates).toBe(0)
  expect(await storedText(pool, documentId)).toHaveLength(SNAPSHOT_AT_UNLOAD_UPDATES + 1)
})

test('[S57] who comes during a stop is told to come back', async () => {
  const { engine, client, enter } = await setUp()
  const stopping = engine.stop()
  const late = await enter()
  await stopping
  expect([client.closeCode, late.closeCode]).toEqual([CLOSE_CODES.restarting, CLOSE_CODES.restarting])
})

test('[S85] a stop asks pages to spread their return over a time that grows with their number', async () => {
  const { engine, client, enter } = await setUp()
  const other = await enter()
  await engine.stop()
  for (const { transport } of [client, other])
    expect(readSpread(transport.closeReason)).toBe(2 * RETURN_SPREAD_PER_CONNECTION_MS)
})

test('[S58] a stop does not wait for a database that does not answer', async () => {
  const { engine, log, clock, client } = await setUp()
  log.isOpen = false
  client.text.insert(0, 'a')
  client.deliver()
  const acknowledged = client.acknowledged
  const stopping = engine.stop()
  clock.advance(STOP_MS)
  await stopping
  client.read()
  expect([client.closeCode, client.acknowledged]).toEqual([CLOSE_CODES.restarting, acknowledged])
})

test('[S120] whoever sees as a member is judged again when the rights of either change, and is counted among their own pages', async () => {
  const { engine, enter } = await setUp()
  const seen = { membreId: crypto.randomUUID(), userId: crypto.randomUUID(), name: 'Awa', email: 'awa@exemple.fr' }
  const admin = { ...someone(), seeingAs: seen }
  const [first, second] = [await enter(admin), await enter(admin)]
  engine.recheckViewers({ userIds: [seen.userId] })
  expect([first.closeCode, second.closeCode]).toEqual([CLOSE_CODES.rightsChanged, CLOSE_CODES.rightsChanged])
  const third = await enter(admin)
  engine.recheckViewers({ userIds: [admin.userId] })
  expect(third.closeCode).toBe(CLOSE_CODES.rightsChanged)
})

test('[S59] who is to be judged again is closed with 4205, and nobody else', async () => {
  const { engine, client, enter, ref } = await setUp()
  const other = await enter()
  engine.recheckViewers({ userIds: [client.viewer?.userId ?? ''] })
  expect([client.closeCode, other.closeCode]).toEqual([CLOSE_CODES.rightsChanged, null])
  engine.recheckViewers({ documents: [{ kind: 'plan', uuid: ref.uuid }] })
  expect(other.closeCode).toBeNull()
  engine.recheckViewers({ documents: [ref] })
  expect(other.closeCode).toBe(CLOSE_CODES.rightsChanged)
})
