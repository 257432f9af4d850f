import { CLOSE_CODES } from '@pupitre/document'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { PROJECTION_MAX_WAIT_MS } from './limits.ts'
import { newFiche, projectedText, storedText } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

/** A document with somebody in it, and what a restore of the instance does to it behind the server's back. */
async function setUp({ isLogOpen = true } = {}) {
  const { engine, log, clock, pool } = startEngine({ isLogOpen })
  const { ref, documentId, epoch } = await newFiche({ description: 'Bonjour' })
  const client = new TestClient({ engine, ref, query: { ack: '1', epoch } })
  await client.connect()
  client.exchange()
  const write = (text: string) => {
    client.text.insert(0, text)
    client.deliver()
  }
  return { engine, log, clock, pool, ref, documentId, epoch, client, write }
}

/** The document as it was when it was created, in another life. */
async function restore(pool: pg.Pool, documentId: string): Promise<void> {
  await pool.query('DELETE FROM document_update WHERE document_id = $1 AND seq > 1', [documentId])
  await pool.query('UPDATE live_document SET seq = 1, epoch = gen_random_uuid() WHERE id = $1', [documentId])
  await pool.query('UPDATE document_projection SET seq = 1 WHERE document_id = $1', [documentId])
}

test.each([
  ['on their way to the log', ['written']],
  ['tried again after the database was away', ['away', 'written']],
] as const)(
  '[S110] edits of a former life that are %s do not enter a restored document; who wrote them keeps them',
  async (_, fates) => {
    const { engine, log, clock, pool, ref, documentId, client, write } = await setUp({ isLogOpen: false })
    write('Perdu ')
    await expect.poll(() => log.waiting.length).toBe(1)
    await restore(pool, documentId)
    for (const fate of fates) {
      await expect.poll(() => (clock.advance(1_000), log.waiting.length)).toBe(1)
      await log.release(fate)
    }
    expect(client.closeCode).toBe(CLOSE_CODES.unavailable)
    expect(client.durableClock).toBe(0)
    expect(await storedText(pool, documentId)).toBe('Bonjour\n')
    await client.connect()
    expect(client.closeCode).toBe(CLOSE_CODES.epochChanged)
    const next = new TestClient({ engine, ref })
    await next.connect()
    next.exchange()
    expect(next.text.toString()).toBe('Bonjour\n')
  },
)

test('[S110] neither do edits made after, in a room that was open all along', async () => {
  const { engine, pool, documentId, client, write } = await setUp()
  await restore(pool, documentId)
  write('Perdu ')
  await engine.commit.idle()
  expect(client.closeCode).toBe(CLOSE_CODES.unavailable)
  expect(await storedText(pool, documentId)).toBe('Bonjour\n')
})

test('[S111] a room of a former life lets nobody in any more: it is closed, and the next who comes finds the restored document', async () => {
  const { engine, pool, ref, documentId, client, write } = await setUp()
  write('Avant ')
  await engine.commit.idle()
  await restore(pool, documentId)
  const late = new TestClient({ engine, ref })
  await late.connect()
  expect([late.closeCode, client.closeCode]).toEqual([CLOSE_CODES.unavailable, CLOSE_CODES.unavailable])
  await late.connect()
  late.exchange()
  expect(late.text.toString()).toBe('Bonjour\n')
})

test('[S111] who was judged before the restore does not bring an old copy into what is loaded after', async () => {
  const { engine, pool } = startEngine()
  const { ref, documentId, epoch } = await newFiche()
  await restore(pool, documentId)
  await expect(engine.registry.enter({ documentId, ref, seq: 0n, epoch })).rejects.toThrow('restored')
})

test('[S112] texts of a former life are not projected over those of a restored document', async () => {
  const { engine, clock, pool, ref, documentId, write } = await setUp()
  write('Perdu ')
  await engine.commit.idle()
  await restore(pool, documentId)
  clock.advance(PROJECTION_MAX_WAIT_MS)
  await engine.projections.flush([ref])
  expect(await projectedText(pool, ref)).toBe('Bonjour')
  const { rows } = await pool.query('SELECT seq::int FROM document_projection WHERE document_id = $1', [documentId])
  expect(rows).toEqual([{ seq: 1 }])
})
