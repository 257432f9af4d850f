import type pg from 'pg'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { applyServerEdit } from './apply-edit.ts'
import { authorsOf, readClientTimes } from './authors.ts'
import { FLUSH_RETRY_MAX_MS, IDLE_ROOM_MS, SNAPSHOT_AT_UNLOAD_UPDATES, WRITING_TIME_MS } from './limits.ts'
import { readField } from './quiet-text.ts'
import { newFiche, stored } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

/** What the next process would say, as `text by author`. */
async function authored(pool: pg.Pool, documentId: string) {
  const { doc, owners } = await stored(pool, documentId)
  const times = await readClientTimes(pool, documentId)
  const text = readField(doc, 'description')
    .map(({ insert }) => insert)
    .join('')
  return authorsOf('description', { doc, owners, times }).map(({ from, to, ...range }) => ({
    text: text.slice(from, to),
    ...range,
  }))
}

async function setUp() {
  const parts = startEngine()
  const { ref, documentId } = await newFiche({ description: 'Haies' })
  const arrive = async () => {
    const client = new TestClient({ engine: parts.engine, ref })
    await client.connect()
    client.exchange()
    return client
  }
  const write = async (client: TestClient, edit: (text: Y.Text) => void) => {
    client.read()
    edit(client.text)
    client.deliver()
    await parts.engine.commit.idle()
    client.read()
  }
  const leaveSnapshot = async () => {
    parts.clock.advance(IDLE_ROOM_MS)
    await expect
      .poll(
        async () =>
          (await parts.pool.query('SELECT 1 FROM document_update WHERE document_id = $1', [documentId])).rowCount,
      )
      .toBe(0)
  }
  return { ...parts, ref, documentId, arrive, write, leaveSnapshot }
}

test('[S100] says who wrote each character, after the log became a snapshot and the process another', async () => {
  const { pool, documentId, arrive, write, leaveSnapshot, die } = await setUp()
  const [ana, benoit] = [await arrive(), await arrive()]
  await write(ana, (text) => text.insert(5, ' vives'))
  await write(benoit, (text) => text.insert(5, ' très'))
  await write(benoit, (text) => text.delete(0, 1))
  await write(ana, (text) => text.format(0, 9, { bold: true }))
  for (let i = 0; i < SNAPSHOT_AT_UNLOAD_UPDATES; i++) await write(ana, (text) => text.insert(text.length - 1, '.'))
  const before = await authored(pool, documentId)
  expect(before.map(({ text, userId }) => [text, userId])).toEqual([
    ['aies', null],
    [' très', benoit.viewer?.userId],
    [` vives${'.'.repeat(SNAPSHOT_AT_UNLOAD_UPDATES)}`, ana.viewer?.userId],
    ['\n', null],
  ])
  ana.disconnect()
  benoit.disconnect()
  await leaveSnapshot()
  expect(await authored(pool, documentId)).toEqual(before)
  await die()
  expect(await authored(startEngine().pool, documentId)).toEqual(before)
})

test('[S101] says when, to within WRITING_TIME_MS, after the log became a snapshot', async () => {
  const { pool, clock, documentId, arrive, write, leaveSnapshot } = await setUp()
  const ana = await arrive()
  await write(ana, (text) => text.insert(5, ' vives'))
  clock.advance(WRITING_TIME_MS - 1)
  await write(ana, (text) => text.insert(11, ' et'))
  clock.advance(1)
  await write(ana, (text) => text.insert(14, ' denses'))
  for (let i = 0; i < SNAPSHOT_AT_UNLOAD_UPDATES; i++) await write(ana, (text) => text.insert(21, '.'))
  ana.disconnect()
  await leaveSnapshot()
  const { rows } = await pool.query<{ at: Date }>(
    'SELECT at FROM document_writing WHERE document_id = $1 ORDER BY at, clock',
    [documentId],
  )
  // The document's creation, then ana's two times.
  const [created, first, second] = rows.map(({ at }) => at)
  expect(rows).toHaveLength(3)
  expect((await authored(pool, documentId)).map(({ text, at }) => [text.replace(/\.+/, '…'), at])).toEqual([
    ['Haies', created],
    [' vives et', first],
    [' denses…', second],
    ['\n', created],
  ])
})

test('[S101] an edit written again after its answer was lost keeps its first time', async () => {
  const { engine, pool, log, clock, documentId, arrive, write } = await setUp()
  const ana = await arrive()
  await write(ana, (text) => text.insert(5, ' vives'))
  clock.advance(WRITING_TIME_MS)
  log.isOpen = false
  ana.text.insert(11, ' et')
  ana.deliver()
  await expect.poll(() => log.waiting.length).toBe(1)
  await log.release('answerLost')
  const first = await authored(pool, documentId)
  log.isOpen = true
  clock.advance(FLUSH_RETRY_MAX_MS)
  await engine.commit.idle()
  ana.read()
  expect(ana.durableClock).toBe(9)
  expect(await authored(pool, documentId)).toEqual(first)
})

test('[S55] what the server writes for a user is theirs, what it writes for itself is nobody’s', async () => {
  const { engine, pool, ref, documentId } = await setUp()
  const lease = await engine.registry.enter({ documentId, ref, seq: 0n })
  if (!lease) throw new Error('the document is there')
  const userId = crypto.randomUUID()
  const insert = (text: string, at: number, by: string | null) =>
    applyServerEdit({
      room: lease.room,
      commit: engine.commit,
      field: 'description',
      edit: () => [{ retain: at }, { insert: text }],
      actor: { userId: by },
    })
  await Promise.all([insert(' vives', 5, userId), insert('Les ', 0, null)])
  await insert('.', 15, userId)
  lease.release()
  expect((await authored(pool, documentId)).map(({ text, userId: author }) => [text, author])).toEqual([
    ['Les ', null],
    ['Haies', null],
    [' vives.', userId],
    ['\n', null],
  ])
})
