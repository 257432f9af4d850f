import {
  CLOSE_CODES,
  encodeAwareness,
  encodeAwarenessEntry,
  joinAwarenessEntries,
  MESSAGE,
  type DocumentRef,
} from '@pupitre/document'
import { expect, test } from 'vitest'
import {
  BYTE_BURST,
  FRAME_BURST,
  MAX_BYTES_PER_SECOND,
  MAX_CONNECTIONS_PER_DOCUMENT,
  MAX_CONNECTIONS_PER_USER,
  MAX_FRAMES_PER_SECOND,
  OPENING_MS,
} from './limits.ts'
import type { SyncEngine } from './sync-engine.ts'
import { newFiche } from './testing/stored-document.ts'
import { FakeTransport } from './testing/fake-transport.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

const SECOND = 1000
const QUERY_AWARENESS = Uint8Array.of(MESSAGE.queryAwareness)

/** A websocket that waits at the door. */
function knock(
  engine: SyncEngine,
  { ref, viewer = someone() }: { ref: DocumentRef; viewer?: ReturnType<typeof someone> },
) {
  const transport = new FakeTransport()
  const connection = engine.connect(transport, { viewer, ref, query: new URLSearchParams() })
  return { transport, connection }
}

const someFiche = (): DocumentRef => ({ kind: 'fiche', uuid: crypto.randomUUID() })

async function enter() {
  const parts = startEngine()
  const { ref } = await newFiche()
  const [client, colleague] = [new TestClient({ ...parts, ref }), new TestClient({ ...parts, ref })]
  for (const each of [client, colleague]) {
    await each.connect()
    each.exchange()
  }
  return { ...parts, client, colleague }
}

test('[S60] a user has so many connections; one more closes with 4429, and leaves the others and other people alone', () => {
  const { engine } = startEngine()
  const viewer = someone()
  const first = Array.from({ length: MAX_CONNECTIONS_PER_USER }, () => knock(engine, { ref: someFiche(), viewer }))
  const past = knock(engine, { ref: someFiche(), viewer })
  const other = knock(engine, { ref: someFiche() })
  expect(past.transport.closeCode).toBe(CLOSE_CODES.tooManyOfUser)
  expect(first.every(({ transport }) => transport.closeCode === null)).toBe(true)
  expect(other.transport.closeCode).toBeNull()
  first[0]?.connection.ended()
  expect(knock(engine, { ref: someFiche(), viewer }).transport.closeCode).toBeNull()
})

test('[S60] a document has so many connections; one more closes with 4430', () => {
  const { engine } = startEngine()
  const ref = someFiche()
  const all = Array.from({ length: MAX_CONNECTIONS_PER_DOCUMENT + 1 }, () => knock(engine, { ref }))
  const codes = all.map(({ transport }) => transport.closeCode)
  expect(codes.slice(0, -1).every((code) => code === null)).toBe(true)
  expect(codes.at(-1)).toBe(CLOSE_CODES.documentCrowded)
  expect(knock(engine, { ref: someFiche() }).transport.closeCode).toBeNull()
})

test('[S61] so many frames at once, then so many per second; one more closes its sender with 4529, and nobody else', async () => {
  const { client, colleague, clock } = await enter()
  // What entering took comes back first.
  clock.advance(FRAME_BURST)
  const send = (frames: number) => {
    for (let sent = 0; sent < frames; sent += 1) client.send(QUERY_AWARENESS)
    return client.closeCode
  }
  expect(send(FRAME_BURST)).toBeNull()
  clock.advance(SECOND)
  expect(send(MAX_FRAMES_PER_SECOND)).toBeNull()
  expect(send(1)).toBe(CLOSE_CODES.tooFast)
  expect(colleague.closeCode).toBeNull()
})

test('[S61] so many bytes at once, then so many per second; more closes its sender with 4529, and nobody else', async () => {
  const { client, colleague, clock } = await enter()
  clock.advance((BYTE_BURST / MAX_BYTES_PER_SECOND) * SECOND)
  client.say({})
  client.deliver()
  clock.advance(SECOND)
  // About another client: read, and ignored.
  const frame = frameOf(MAX_BYTES_PER_SECOND / 2)
  const send = (frames: number) => {
    for (let sent = 0; sent < frames; sent += 1) client.send(frame)
    return client.closeCode
  }
  expect(send((2 * BYTE_BURST) / MAX_BYTES_PER_SECOND)).toBeNull()
  clock.advance(SECOND)
  expect(send(2)).toBeNull()
  expect(send(1)).toBe(CLOSE_CODES.tooFast)
  expect(colleague.closeCode).toBeNull()
})

test('[S62] a connection that is not let in after so long closes with 4503, and what it waited for lets nobody in later', async () => {
  const parts = startEngine()
  const { ref } = await newFiche()
  const client = new TestClient({ ...parts, ref })
  const opening = client.connect()
  parts.clock.advance(OPENING_MS - 1)
  expect(client.closeCode).toBeNull()
  parts.clock.advance(1)
  expect(client.closeCode).toBe(CLOSE_CODES.unavailable)
  await opening
  expect(client.transport.sent).toEqual([])
  expect(parts.engine.health().connections).toBe(0)
})

test('[S62] a connection that was let in is not closed later', async () => {
  const { client, clock } = await enter()
  clock.advance(OPENING_MS)
  expect(client.closeCode).toBeNull()
})

/** An awareness frame of so many bytes. */
function frameOf(bytes: number): Uint8Array {
  const about = (text: string) =>
    encodeAwareness(joinAwarenessEntries([encodeAwarenessEntry({ clientId: 7, clock: 1, state: { text } })]))
  const head = about('x'.repeat(bytes)).length - bytes
  const frame = about('x'.repeat(bytes - head))
  expect(frame.length).toBe(bytes)
  return frame
}
