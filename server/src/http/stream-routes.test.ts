import { once } from 'node:events'
import { request } from 'node:http'
import {
  CLOSE_CODES,
  encodeAck,
  encodeStep1,
  encodeUpdate,
  POST_STATUS,
  STREAM_HEADER,
  type DocumentRef,
} from '@pupitre/document'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '../../test/test-database.ts'
import { SeeingAsRefusedError } from '../auth/seeing-as-refused.ts'
import type { Viewer } from '../domain/viewer.ts'
import { StreamPage } from '../streams/testing/stream-page.ts'
import { MAX_READ_BYTES, STUCK_READER_BYTES, STUCK_READER_GRACE_MS } from '../sync/limits.ts'
import { createSyncServer } from '../sync/sync-server.ts'
import { newFiche, storedText } from '../sync/testing/stored-document.ts'
import { someone } from '../sync/testing/test-client.ts'
import { silentLogger } from '../sync/testing/test-engine.ts'
import { openPool } from '../sync/sync-database.ts'
import { registerStreamRoutes } from './stream-routes.ts'

const HERE = 'http://pupitre.exemple.fr'
const ASK = encodeStep1(Y.encodeStateVector(new Y.Doc()))

/** A real server with real streams; who comes may write, and nobody is known by a ticket. */
async function serve({ viewer = someone() }: { viewer?: Viewer | null } = {}) {
  const { prisma, connectionString } = testDatabase()
  const sync = createSyncServer({
    database: { connectionString },
    logger: silentLogger,
    async authorise({ ref }) {
      const where = ref.kind === 'fiche' ? { ficheId: ref.uuid } : { planId: ref.uuid }
      const document = await prisma.liveDocument.findUnique({ where })
      return document && { documentId: document.id, epoch: document.epoch, seq: document.seq, access: 'write' }
    },
  })
  // Node's fetch opens connections that it does not use, which nothing else would close.
  const app = fastify({ forceCloseConnections: true })
  await registerStreamRoutes(app, {
    sync,
    subscriptions: { handleStream: (channel) => channel.close(CLOSE_CODES.notFound, '') },
    isTrustedOrigin: (origin) => origin === HERE,
    identify: () => Promise.resolve(viewer),
    redeemTicket: () => Promise.resolve(null),
    seeAs: () => Promise.reject(new SeeingAsRefusedError()),
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const pages: StreamPage[] = []
  let isClosed = false
  const close = async () => {
    if (!isClosed) await sync.close()
    isClosed = true
  }
  onTestFinished(async () => {
    for (const page of pages) page.leave()
    await close()
    await app.close()
  })
  const visit = (ref: DocumentRef, query = '?ack=1') => {
    const page = new StreamPage(`${url}/sync/${ref.kind}/${ref.uuid}${query}`)
    pages.push(page)
    return page
  }
  /** A page that has its name and the server's first frame. */
  const enter = async (ref: DocumentRef) => {
    const page = visit(ref)
    expect(await page.open()).toBe(200)
    await expect.poll(() => page.frames.length).toBeGreaterThan(0)
    return page
  }
  return { sync, visit, enter, close }
}

function typed(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, words)
  return encodeUpdate(Y.encodeStateAsUpdate(doc))
}

function database() {
  const pool = openPool({ connectionString: testDatabase().connectionString, logger: silentLogger })
  onTestFinished(() => pool.end())
  return pool
}

test('[S89] a page without websockets opens a document, writes in it, and is told that it is kept', async () => {
  const { enter } = await serve()
  const { ref, documentId } = await newFiche()
  const [page, colleague] = [await enter(ref), await enter(ref)]
  await colleague.post(1, [ASK])
  const before = colleague.frames.length
  expect(await page.post(1, [ASK, typed('Bonjour')])).toBe(POST_STATUS.taken)
  await expect.poll(() => page.frames).toContainEqual(encodeAck(1))
  await expect.poll(() => colleague.frames.length).toBeGreaterThan(before)
  expect(await storedText(database(), documentId)).toContain('Bonjour')
})

test.each([
  ['GET', { origin: 'http://ailleurs.exemple.fr', [STREAM_HEADER]: 'open' }, 403],
  ['GET', {}, 400],
  ['POST', { origin: 'http://ailleurs.exemple.fr', [STREAM_HEADER]: 'open' }, 403],
  ['POST', {}, 400],
  ['POST', { [STREAM_HEADER]: 'open' }, POST_STATUS.elsewhere],
  ['GET', { origin: HERE, [STREAM_HEADER]: 'open' }, 200],
] as const)('[S90] answers a %s with %j by %i', async (method, headers, status) => {
  const { visit } = await serve()
  const { ref } = await newFiche()
  const page = visit(ref)
  if (method === 'GET') return expect(await page.open(headers)).toBe(status)
  const answered = await fetch(page.address, { method, headers })
  expect(answered.status).toBe(status)
})

test('[S90] says that it is there to who asks no more than that', async () => {
  const { visit } = await serve()
  const { ref } = await newFiche()
  expect((await fetch(visit(ref).address, { method: 'HEAD' })).status).toBe(204)
})

test('[S90] tells who is not signed in by the same close code as a websocket', async () => {
  const { visit } = await serve({ viewer: null })
  const { ref } = await newFiche()
  const page = visit(ref)
  expect(await page.open()).toBe(200)
  await expect.poll(() => page.closeCode).toBe(CLOSE_CODES.signedOut)
  await expect.poll(() => page.isOver).toBe(true)
})

test('[S91] counts a POST once however often it comes, and refuses one that comes before its turn', async () => {
  const { enter } = await serve()
  const { ref, documentId } = await newFiche()
  const page = await enter(ref)
  const frame = typed('une fois')
  const answers = await Promise.all([page.post(1, [ASK, frame]), page.post(1, [ASK, frame])])
  expect(answers).toEqual([POST_STATUS.taken, POST_STATUS.taken])
  expect(await page.post(1, [frame])).toBe(POST_STATUS.taken)
  expect(await page.post(3, [frame])).toBe(POST_STATUS.outOfOrder)
  expect(await page.post(2, [typed('deux fois')])).toBe(POST_STATUS.taken)
  await expect.poll(() => page.frames).toContainEqual(encodeAck(2))
  expect(page.frames).not.toContainEqual(encodeAck(3))
  expect(await storedText(database(), documentId)).toMatch(/^(?=.*une fois)(?=.*deux fois)/s)
})

test('[S115] a POST that comes to another process than its stream is answered by 421, and its connection closed', async () => {
  const { visit } = await serve()
  const { ref } = await newFiche()
  const { status, headers } = await fetch(visit(ref).address, {
    method: 'POST',
    headers: { [STREAM_HEADER]: 'ailleurs.x' },
  })
  expect([status, headers.get('connection')]).toEqual([POST_STATUS.elsewhere, 'close'])
})

test.each([0, -1, 1.5, Number.NaN])('[S91] refuses a POST numbered %d', async (number) => {
  const { enter } = await serve()
  const page = await enter((await newFiche()).ref)
  expect(await page.post(number, [])).toBe(400)
})

test('[S91] knows a stream that has ended from one of another process', async () => {
  const { sync, enter } = await serve()
  const page = await enter((await newFiche()).ref)
  page.leave()
  await expect.poll(() => sync.health().connections).toBe(0)
  expect(await page.post(1, [])).toBe(POST_STATUS.gone)
  const other = await serve()
  const elsewhere = other.visit((await newFiche()).ref)
  elsewhere.name = page.name
  expect(await elsewhere.post(1, [])).toBe(POST_STATUS.elsewhere)
})

test.each([
  ['a batch that is cut', Uint8Array.of(5, 1), CLOSE_CODES.badFrame],
  ['a frame that is none', Uint8Array.of(1, 99), CLOSE_CODES.badFrame],
  ['a body that is too large', new Uint8Array(MAX_READ_BYTES + 1), CLOSE_CODES.tooLarge],
])('[S92] closes the sender of %s, and nobody else', async (_case, body, code) => {
  const { enter } = await serve()
  const { ref } = await newFiche()
  const [page, colleague] = [await enter(ref), await enter(ref)]
  // A server that refuses a body may close before it has come.
  await page.postBytes(1, body).catch(() => 0)
  await expect.poll(() => page.closeCode).toBe(code)
  expect(colleague.isOver).toBe(false)
})

test(
  '[S92] a stream that takes nothing is closed, and its memory taken back',
  async () => {
    const { sync, visit, enter } = await serve()
    const { ref } = await newFiche()
    const writer = await enter(ref)
    const deaf = request(visit(ref).address, { headers: { [STREAM_HEADER]: 'open' } }).end()
    const [answer] = await once(deaf, 'response')
    answer.once('data', () => answer.pause())
    onTestFinished(() => void deaf.destroy())
    await expect.poll(() => sync.health().connections).toBe(2)
    // It asks for the document, or it would be sent no changes: by its name, which is in its first event.
    const name: string = await new Promise((resolve) =>
      answer.once('data', (data: Buffer) => resolve(/data: (\S+)/.exec(String(data))?.[1] ?? '')),
    )
    const asking = visit(ref)
    asking.name = name
    expect(await asking.post(1, [ASK])).toBe(POST_STATUS.taken)
    let number = 1
    for (let times = 0; times < 3; times += 1) await writer.post(number++, [typed('x'.repeat(2 * STUCK_READER_BYTES))])
    const typing = async () => {
      await writer.post(number++, [typed('y')])
      return sync.health().connections
    }
    await expect.poll(typing, { timeout: STUCK_READER_GRACE_MS + 10_000, interval: 100 }).toBe(1)
    expect(writer.isOver).toBe(false)
  },
  STUCK_READER_GRACE_MS + 30_000,
)

test('[S57] a stop tells streams to come back', async () => {
  const { enter, close } = await serve()
  const page = await enter((await newFiche()).ref)
  await close()
  await expect.poll(() => [page.closeCode, page.isOver]).toEqual([CLOSE_CODES.restarting, true])
})
