import { expect, test } from 'vitest'
import { DECODE_AFTER_MS, DECODE_LATER_BYTES } from './limits.ts'
import { newFiche, stored } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

/** A long document that a process left compacted, with three edits after, and an engine that has not opened it yet. */
async function setUp() {
  const before = startEngine()
  const document = await newFiche({ description: 'x'.repeat(DECODE_LATER_BYTES) })
  const { ref, documentId } = document
  const early = new TestClient({ engine: before.engine, ref, query: { ack: '1' } })
  await early.connect()
  early.exchange()
  const [left] = before.engine.registry.rooms()
  if (left) await before.engine.snapshots.save(left.document)
  for (const text of ['un ', 'deux ', 'trois ']) {
    early.text.insert(0, text)
    early.deliver()
    await before.engine.commit.idle()
  }
  early.disconnect()
  await before.engine.projections.flush([ref])
  const parts = startEngine()
  const isDecoded = () => parts.engine.registry.rooms()[0]?.document.isDecoded
  return { ...parts, ref, documentId, early, isDecoded }
}

test('[S113] who opens a long document is sent all of it before it is built, and it is built soon after', async () => {
  const { engine, clock, ref, isDecoded } = await setUp()
  const reader = new TestClient({ engine, ref, query: { ack: '1' } })
  await reader.connect()
  reader.exchange()
  expect(reader.text.toString()).toBe(`trois deux un ${'x'.repeat(DECODE_LATER_BYTES)}\n`)
  expect(reader.hello).not.toBeNull()
  expect(reader.acknowledged).toBe(reader.sentEdits)
  expect(isDecoded()).toBe(false)
  clock.advance(DECODE_AFTER_MS)
  expect(isDecoded()).toBe(true)
})

test('[S113] who had a part of it, and wrote meanwhile, gets the rest and gives theirs; everyone converges to what is stored', async () => {
  const { engine, pool, ref, documentId, early } = await setUp()
  early.text.insert(0, 'seule ')
  const writer = new TestClient({ engine, ref, query: { ack: '1' } })
  await writer.connect()
  writer.exchange()
  writer.text.insert(0, 'vite ')
  writer.deliver()
  await early.connect(engine)
  early.exchange()
  await expect.poll(() => (early.exchange(), writer.exchange(), early.acknowledged)).toBe(early.sentEdits)
  await engine.commit.idle()
  for (const client of [early, writer]) client.exchange()
  const { doc } = await stored(pool, documentId)
  const text = doc.getText('description').toString()
  expect(text).toContain('seule ')
  expect(text).toContain('vite ')
  expect([early.text.toString(), writer.text.toString()]).toEqual([text, text])
})

test('[S113] a state vector that is none closes its sender with 4400, and nobody else', async () => {
  const { engine, ref } = await setUp()
  const [reader, other] = [new TestClient({ engine, ref }), new TestClient({ engine, ref })]
  await other.connect()
  other.exchange()
  await reader.connect()
  // step1, of a length that the frame has, and whose number of clients it has not.
  reader.connection?.receive(new Uint8Array([0, 0, 2, 255, 1]))
  expect(reader.closeCode).toBe(4400)
  expect(other.closeCode).toBeNull()
})
