import { migrate } from '@pupitre/prisma'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { emptyDatabase } from '../../test/empty-database.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { AppendEntry } from './storage.ts'
import { ROW_LOCK_TIMEOUT_MS } from './limits.ts'
import { openPool } from './sync-database.ts'
import { startDatabaseProxy } from './testing/database-proxy.ts'
import { newFiche } from './testing/stored-document.ts'
import { silentLogger } from './testing/test-engine.ts'
import { PostgresUpdateLog } from './update-log.ts'

function setUp() {
  const { connectionString } = testDatabase()
  const pool = openPool({ connectionString, logger: silentLogger })
  const log = new PostgresUpdateLog({ connectionString, logger: silentLogger })
  onTestFinished(async () => {
    await log.close()
    await pool.end()
  })
  const entriesOf = async (documentId: string) => {
    const { rows } = await pool.query<{ seq: string; update: Buffer; user_id: string | null }>(
      'SELECT u.seq::text, u.update, u.user_id::text FROM document_update u WHERE document_id = $1 AND seq > 1 ORDER BY u.seq',
      [documentId],
    )
    return rows.map(({ seq, update, user_id }) => [Number(seq), textOf(update), user_id])
  }
  return { log, pool, entriesOf, connectionString }
}

/** A Yjs update that writes this text, as a document that others may load must hold. */
function written(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function textOf(update: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getText('description').toString()
}

function entry(text: string, given: Partial<AppendEntry> = {}): AppendEntry {
  return { update: written(text), userId: null, newClients: [], clientOwner: null, writings: [], ...given }
}

test('[S26] appends several updates to several documents in one go, each with its bytes, its number and its user', async () => {
  const { log, entriesOf } = setUp()
  const [first, second] = [await newFiche(), await newFiche()]
  const userId = crypto.randomUUID()
  const seqs = await log.append([
    { ...second, entries: [entry('a'), entry('bb', { userId }), entry('')] },
    { ...first, entries: [entry('ccc', { userId })] },
  ])
  expect(seqs).toEqual(
    new Map([
      [second.documentId, 4n],
      [first.documentId, 2n],
    ]),
  )
  expect(await entriesOf(second.documentId)).toEqual([
    [2, 'a', null],
    [3, 'bb', userId],
    [4, '', null],
  ])
  expect(await entriesOf(first.documentId)).toEqual([[2, 'ccc', userId]])
})

test('[S26] an append and the owners of its new Yjs clients are stored together', async () => {
  const { log, pool } = setUp()
  const { documentId, epoch } = await newFiche()
  const clientOwner = crypto.randomUUID()
  const greatest = Number.MAX_SAFE_INTEGER
  await log.append([{ documentId, epoch, entries: [entry('a', { newClients: [7, greatest], clientOwner })] }])
  const { rows } = await pool.query(
    'SELECT client_id::text, user_id::text FROM document_client WHERE document_id = $1 AND user_id IS NOT NULL ORDER BY client_id',
    [documentId],
  )
  expect(rows).toEqual([
    { client_id: '7', user_id: clientOwner },
    { client_id: String(greatest), user_id: clientOwner },
  ])
})

test('[S20] a client id that another process gave to another user is refused, with the edit under it', async () => {
  const { log, entriesOf } = setUp()
  const { documentId, epoch } = await newFiche()
  const [owner, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const claim = (clientOwner: string) =>
    log.append([{ documentId, epoch, entries: [entry(clientOwner, { newClients: [7], clientOwner })] }])
  await claim(owner)
  await expect(claim(other)).rejects.toMatchObject({ trouble: 'refused' })
  // The same claim again, after a commit whose answer was lost, is no conflict.
  await claim(owner)
  expect((await entriesOf(documentId)).map(([, text]) => text)).toEqual([owner, owner])
})

test('[S31] a document that is gone is left out of the answer, and the others are written', async () => {
  const { log, entriesOf } = setUp()
  const { documentId, epoch } = await newFiche()
  const gone = crypto.randomUUID()
  const append = (newClients: number[]) =>
    log.append([
      { documentId: gone, epoch, entries: [entry('a', { newClients })] },
      { documentId, epoch, entries: [entry('b', { newClients })] },
    ])
  expect(await append([])).toEqual(new Map([[documentId, 2n]]))
  expect(await append([9])).toEqual(new Map([[documentId, 3n]]))
  expect(await entriesOf(documentId)).toHaveLength(2)
})

test('[S110] a document that lives another life takes nothing of the one before, and no owner of it, and says so; the others are written', async () => {
  const { log, pool, entriesOf } = setUp()
  const [restored, other] = [await newFiche(), await newFiche()]
  const append = (newClients: number[]) =>
    log.append([restored, other].map((document) => ({ ...document, entries: [entry('a', { newClients })] })))
  await pool.query('UPDATE live_document SET epoch = gen_random_uuid() WHERE id = $1', [restored.documentId])
  for (const [seq, newClients] of [
    [2n, []],
    [3n, [9]],
  ] as const) {
    expect(await append([...newClients])).toEqual(
      new Map<string, unknown>([
        [restored.documentId, 'restored'],
        [other.documentId, seq],
      ]),
    )
  }
  expect(await entriesOf(restored.documentId)).toEqual([])
  expect(await entriesOf(other.documentId)).toHaveLength(2)
  const owners = await pool.query(
    'SELECT document_id::text AS id FROM document_client WHERE client_id = 9 AND document_id = ANY($1)',
    [[restored.documentId, other.documentId]],
  )
  expect(owners.rows).toEqual([{ id: other.documentId }])
})

test('[S30] a row that another transaction holds makes the log busy, not blocked', async () => {
  const { log, connectionString, entriesOf } = setUp()
  const { documentId, epoch } = await newFiche()
  const holder = new pg.Client({ connectionString })
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM live_document WHERE id = $1 FOR UPDATE', [documentId])
  await expect(log.append([{ documentId, epoch, entries: [entry('a')] }])).rejects.toMatchObject({ trouble: 'busy' })
  await expect(log.append([{ documentId, epoch, entries: [entry('a', { newClients: [7] })] }])).rejects.toMatchObject({
    trouble: 'busy',
  })
  await holder.query('ROLLBACK')
  await log.append([{ documentId, epoch, entries: [entry('b')] }])
  expect(await entriesOf(documentId)).toEqual([[2, 'b', null]])
})

test('[S80] a row that is held is not waited for by who does not want to', async () => {
  const { log, connectionString } = setUp()
  const { documentId, epoch } = await newFiche()
  const holder = new pg.Client({ connectionString })
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM live_document WHERE id = $1 FOR UPDATE', [documentId])
  const start = performance.now()
  for (const newClients of [[], [7]]) {
    const appending = log.append([{ documentId, epoch, entries: [entry('a', { newClients })] }], {
      waitsForRows: false,
    })
    await expect(appending).rejects.toMatchObject({ trouble: 'busy' })
  }
  // Waiting would take that long each time.
  expect(performance.now() - start).toBeLessThan(2 * ROW_LOCK_TIMEOUT_MS)
  await holder.query('ROLLBACK')
  await log.append([{ documentId, epoch, entries: [entry('a')] }], { waitsForRows: false })
})

test('[S80] rows held by a process that stopped in the middle of a flush are free again after IDLE_TRANSACTION_MS', async () => {
  const { log, connectionString, entriesOf } = setUp()
  const proxy = await startDatabaseProxy(connectionString)
  const stopped = new PostgresUpdateLog({ connectionString: proxy.connectionString, logger: silentLogger })
  const { documentId, epoch } = await newFiche()
  const append = (to: PostgresUpdateLog, text: string, newClients: number[] = []) =>
    to.append([{ documentId, epoch, entries: [entry(text, { newClients })] }])
  await append(stopped, 'a')
  // It hears that its transaction has begun, and then nothing: the row is locked, and no commit comes.
  proxy.swallowAnswers('pupitre-log', { after: 1 })
  const left = append(stopped, 'b', [7])
  onTestFinished(async () => {
    await stopped.close()
    proxy.close()
  })
  await expect.poll(() => append(log, 'c').catch(() => 'busy')).toBe('busy')
  await expect(left).rejects.toMatchObject({ trouble: 'away' })
  await append(log, 'd')
  expect((await entriesOf(documentId)).map(([, text]) => text)).toContain('d')
})

test("[S30] tells what is wrong with the edit from what may be this document's alone, and from a database that serves nobody", async () => {
  const { connectionString, drop } = await emptyDatabase()
  await migrate({ connectionString })
  const client = new pg.Client({ connectionString })
  await client.connect()
  const log = new PostgresUpdateLog({ connectionString, logger: silentLogger })
  onTestFinished(async () => {
    await log.close()
    await client.end()
    await drop()
  })
  await client.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = TG_ARGV[0]; END $$`)
  const troubles: Record<string, string> = {
    '23514': 'refused', // a row that breaks a rule
    P0001: 'failed', // an error of a trigger
    XX001: 'failed', // a damaged page
    '58030': 'failed', // a block that cannot be read
    '40P01': 'busy', // a deadlock
    '53100': 'away', // a full disk
    '57014': 'away', // a statement that takes too long
    '25006': 'away', // a standby, which takes no writes
  }
  for (const [sqlstate, trouble] of Object.entries(troubles)) {
    await client.query(
      `CREATE OR REPLACE TRIGGER fail BEFORE UPDATE ON live_document EXECUTE FUNCTION fail('${sqlstate}')`,
    )
    const appending = log.append([
      { documentId: crypto.randomUUID(), epoch: crypto.randomUUID(), entries: [entry('a')] },
    ])
    await expect(appending, sqlstate).rejects.toMatchObject({ trouble })
  }
})

test('[S32] a log whose connection is cut is away, and appends again once the way is mended', async () => {
  const { connectionString, entriesOf } = setUp()
  const proxy = await startDatabaseProxy(connectionString)
  const log = new PostgresUpdateLog({ connectionString: proxy.connectionString, logger: silentLogger })
  onTestFinished(async () => {
    await log.close()
    proxy.close()
  })
  const { documentId, epoch } = await newFiche()
  const append = (text: string) => log.append([{ documentId, epoch, entries: [entry(text)] }])
  await append('a')
  proxy.cut()
  await expect(append('b')).rejects.toMatchObject({ trouble: 'away' })
  await expect(append('b')).rejects.toMatchObject({ trouble: 'away' })
  proxy.mend()
  await append('c')
  expect((await entriesOf(documentId)).map(([, text]) => text)).toEqual(['a', 'c'])
})

test('[S32] a database that nobody answers for makes the log away', async () => {
  const log = new PostgresUpdateLog({ connectionString: 'postgresql://localhost:1/rien', logger: silentLogger })
  await expect(
    log.append([{ documentId: crypto.randomUUID(), epoch: crypto.randomUUID(), entries: [entry('a')] }]),
  ).rejects.toMatchObject({
    trouble: 'away',
  })
})
