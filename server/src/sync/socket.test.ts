import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { CLOSE_CODES, encodeStep1, parseDocumentPath, type DocumentRef } from '@pupitre/document'
import type { Pool } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createFactories } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { CLOSE_GRACE_MS, STUCK_READER_BYTES, STUCK_READER_GRACE_MS } from './limits.ts'
import { openPool } from './sync-database.ts'
import { createSyncServer, type SyncServer } from './sync-server.ts'
import { startChildServer } from './testing/child-server.ts'
import { startDatabaseProxy } from './testing/database-proxy.ts'
import { newFiche, stored, storedText } from './testing/stored-document.ts'
import { someone } from './testing/test-client.ts'
import { silentLogger } from './testing/test-engine.ts'

/** A real server with real sockets; everybody may write. */
async function serve(
  connectionString = testDatabase().connectionString,
): Promise<{ url: string; sync: SyncServer; http: Server }> {
  const { prisma } = testDatabase()
  const sync = createSyncServer({
    database: { connectionString },
    logger: silentLogger,
    async authorise({ ref }) {
      const where = ref.kind === 'fiche' ? { ficheId: ref.uuid } : { planId: ref.uuid }
      const document = await prisma.liveDocument.findUnique({ where })
      return document && { documentId: document.id, epoch: document.epoch, seq: document.seq, access: 'write' }
    },
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const ref = parseDocumentPath(url.pathname.slice('/sync/'.length))
    if (ref) sync.handleUpgrade(request, socket, head, { viewer: someone(), ref, query: url.searchParams })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(async () => {
    await sync.close()
    http.close()
  })
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('the server listens on a port')
  return { url: `ws://127.0.0.1:${address.port}/sync`, sync, http }
}

function database(): Pool {
  const pool = openPool({ connectionString: testDatabase().connectionString, logger: silentLogger })
  onTestFinished(() => pool.end())
  return pool
}

function stockClient(url: string, { kind, uuid }: DocumentRef) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url}/${kind}`, uuid, doc, { disableBc: true })
  onTestFinished(() => provider.destroy())
  return { doc, provider, text: doc.getText('description') }
}

test('[S1] stock y-websocket clients write together, see each other and find their text again', async () => {
  const { url } = await serve()
  const { ref, documentId } = await newFiche({ description: 'Bonjour' })
  const [first, second] = [stockClient(url, ref), stockClient(url, ref)]
  await expect.poll(() => first.provider.synced && second.provider.synced).toBe(true)
  first.text.insert(7, ' à')
  second.provider.awareness.setLocalStateField('cursor', 3)
  await expect.poll(() => second.text.toString()).toBe('Bonjour à\n')
  second.text.insert(9, ' tous', { bold: true })
  await expect.poll(() => first.text.toString()).toBe('Bonjour à tous\n')
  await expect
    .poll(() => first.provider.awareness.getStates().get(second.doc.clientID))
    .toMatchObject({ cursor: 3, user: { name: 'Camille' } })
  const pool = database()
  expect((await stored(pool, documentId)).doc.getText('description').toDelta()).toEqual(first.text.toDelta())
})

test('[S1] a plan has a live document too', async () => {
  const { url } = await serve()
  const plan = await createFactories(testDatabase().prisma).plan({ description: 'Un plan' })
  const client = stockClient(url, { kind: 'plan', uuid: plan.id })
  await expect.poll(() => client.text.toString()).toBe('Un plan\n')
})

test('[S10] a text message closes with 4400', async () => {
  const { url } = await serve()
  const { ref } = await newFiche()
  const socket = new WebSocket(`${url}/fiche/${ref.uuid}`)
  await once(socket, 'open')
  socket.send('bonjour')
  const [code] = await once(socket, 'close')
  expect(code).toBe(CLOSE_CODES.badFrame)
})

test('[S32] the database goes away while two people type and the last one leaves, then comes back: all is kept', async () => {
  const proxy = await startDatabaseProxy(testDatabase().connectionString)
  const { url, sync } = await serve(proxy.connectionString)
  onTestFinished(() => proxy.close())
  const { ref, documentId } = await newFiche()
  const [first, second] = [stockClient(url, ref), stockClient(url, ref)]
  await expect.poll(() => first.provider.synced && second.provider.synced).toBe(true)
  first.text.insert(0, 'avant ')
  await expect.poll(() => second.text.toString()).toBe('avant \n')
  proxy.cut()
  first.text.insert(6, 'pendant ')
  await expect.poll(() => sync.health()).toMatchObject({ storage: 'away', waitingEdits: 1 })
  expect(second.text.toString()).toBe('avant \n')
  first.provider.destroy()
  second.provider.destroy()
  await expect.poll(() => sync.health().connections).toBe(0)
  proxy.mend()
  await expect.poll(() => sync.health(), { timeout: 10_000 }).toMatchObject({ storage: 'reachable', waitingEdits: 0 })
  expect(await storedText(database(), documentId)).toBe('avant pendant \n')
})

test(
  '[S46] a reader that takes nothing is closed with 1013, and its memory taken back even if it never listens again',
  async () => {
    const { url, sync, http } = await serve()
    const { ref } = await newFiche()
    const writer = stockClient(url, ref)
    const [late, deaf] = [new WebSocket(`${url}/fiche/${ref.uuid}`), new WebSocket(`${url}/fiche/${ref.uuid}`)]
    onTestFinished(() => deaf.terminate())
    await expect.poll(() => sync.health().connections).toBe(3)
    for (const reader of [late, deaf]) {
      // Changes are for those who have had their first step 2.
      reader.send(encodeStep1(Y.encodeStateVector(new Y.Doc())))
      await once(reader, 'message')
      reader.pause()
    }
    await expect.poll(() => writer.provider.synced).toBe(true)
    // More than the network holds by itself, and STUCK_READER_BYTES.
    for (let i = 0; i < 3; i++) writer.text.insert(0, 'x'.repeat(2 * STUCK_READER_BYTES))
    const typing = () => {
      writer.text.insert(0, 'y')
      return sync.health().connections
    }
    await expect.poll(typing, { timeout: STUCK_READER_GRACE_MS + 10_000, interval: 50 }).toBe(1)

    const closed = once(late, 'close')
    late.resume()
    expect((await closed)[0]).toBe(CLOSE_CODES.tooSlow)
    const openSockets = promisify(http.getConnections.bind(http))
    await expect.poll(() => openSockets(), { timeout: CLOSE_GRACE_MS + 3_000 }).toBe(1)
    expect(writer.provider.wsconnected).toBe(true)
  },
  STUCK_READER_GRACE_MS + 25_000,
)

test('[S57] SIGTERM: what was sent is kept, clients are told to come back, the process ends well within 10 s', async () => {
  const { connectionString } = testDatabase()
  const pool = database()
  const { ref, documentId } = await newFiche()
  const server = await startChildServer({ databaseUrl: connectionString })
  const client = stockClient(`ws://127.0.0.1:${server.port}/sync`, ref)
  await expect.poll(() => client.provider.synced).toBe(true)
  const closed = new Promise<number | undefined>((resolve) =>
    client.provider.once('connection-close', (event) => resolve(event?.code)),
  )
  client.text.insert(0, 'Bonjour')
  await expect.poll(() => storedText(pool, documentId)).toBe('Bonjour\n')
  const start = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(await closed).toBe(CLOSE_CODES.restarting)
})
