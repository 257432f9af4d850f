import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CLOSE_CODES,
  encodeAwareness,
  encodeAwarenessEntry,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  joinAwarenessEntries,
  LIMIT_CLOSES,
  MESSAGE,
  type DocumentRef,
  type Limit,
} from '@pupitre/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  BYTE_BURST,
  FRAME_BURST,
  MAX_AWARENESS_BYTES,
  MAX_BYTES_PER_SECOND,
  MAX_CONNECTIONS_PER_DOCUMENT,
  MAX_CONNECTIONS_PER_USER,
  MAX_DOCUMENT_BYTES,
  MAX_EARLY_FRAMES,
  MAX_FRAME_BYTES,
  MAX_FRAMES_PER_SECOND,
  MAX_RESYNCS_IN_A_ROW,
  OPENING_MS,
  STUCK_READER_BYTES,
  STUCK_READER_GRACE_MS,
} from './limits.ts'
import { OVER_STREAMS, startSocketedEngine, type RealSocket, type SocketedEngine } from './testing/socketed-engine.ts'
import { newFiche } from './testing/stored-document.ts'
import { someone } from './testing/test-client.ts'

// Every limit of the shared table, through a real websocket, then through a real stream: at the limit one stays, past it one is closed with its code, and nobody else.

const SECOND = 1000
const TEST_MS = 60_000
const QUERY_AWARENESS = Uint8Array.of(MESSAGE.queryAwareness)

interface Desk extends SocketedEngine {
  ref: DocumentRef
}

/** Does what the limit just allows, then what it does not: who is to be closed, as they are after the one and after the other. */
type Trial = (desk: Desk) => Promise<{ within: number | null; past: number | null }>

/** Where a limit is tried that needs more than a websocket. */
interface Elsewhere {
  file: string
}

const TRIALS: Record<Limit, { number: string; trial: Trial | Elsewhere }> = {
  frameSize: {
    number: '[S11]',
    trial: async ({ enter, ref, engine }) => {
      const client = await enter({ ref })
      client.send(textFrame(MAX_FRAME_BYTES))
      const within = await client.fate()
      await engine.commit.idle()
      client.send(textFrame(MAX_FRAME_BYTES + 1))
      return { within, past: await client.fate() }
    },
  },
  documentSize: {
    number: '[S15]',
    trial: async ({ enter, ref, engine }) => {
      const client = await enter({ ref })
      const room = [...engine.registry.rooms()].find(({ document }) => document.ref.uuid === ref.uuid)
      if (!room) throw new Error('the room is open')
      const [first, second] = [typed('x'), typed('x')]
      room.document.approximateBytes = MAX_DOCUMENT_BYTES - first.length
      client.send(encodeUpdate(first))
      const within = await client.fate()
      await engine.commit.idle()
      room.document.approximateBytes = MAX_DOCUMENT_BYTES - second.length + 1
      client.send(encodeUpdate(second))
      return { within, past: await client.fate() }
    },
  },
  framesPerSecond: { number: '[S61]', trial: (desk) => floods(desk, QUERY_AWARENESS) },
  awarenessPerSecond: { number: '[S61]', trial: (desk) => floods(desk, awareness({ a: 1 })) },
  bytesPerSecond: {
    number: '[S61]',
    trial: async ({ enter, ref, clock }) => {
      const client = await enter({ ref })
      // Of this size a frame is past the limit of awareness, unless it is about somebody else: read, and ignored.
      client.send(awareness({}))
      expect(await client.fate()).toBeNull()
      clock.advance(SECOND)
      const bytes = MAX_BYTES_PER_SECOND / 2
      const about = (characters: number) => awareness({ a: 'x'.repeat(characters) }, 8)
      const frame = about(bytes - (about(bytes).length - bytes))
      expect(frame).toHaveLength(bytes)
      const send = (total: number) => {
        for (let sent = 0; sent < total; sent += bytes) client.send(frame)
        return client.fate()
      }
      const burst = await send(BYTE_BURST)
      clock.advance(SECOND)
      const within = burst ?? (await send(MAX_BYTES_PER_SECOND))
      client.send(frame)
      return { within, past: await client.fate() }
    },
  },
  connectionsOfUser: {
    number: '[S60]',
    trial: async ({ knock, ref }) => {
      const viewer = someone()
      const all = await Promise.all(Array.from({ length: MAX_CONNECTIONS_PER_USER }, () => knock({ ref, viewer })))
      const past = await (await knock({ ref, viewer })).fate()
      expect(await (await knock({ ref })).fate()).toBeNull()
      const within = await worst(all)
      // Who leaves makes room.
      all[0]?.leave()
      await expect.poll(async () => (await knock({ ref, viewer })).fate()).toBeNull()
      return { within, past }
    },
  },
  connectionsOfDocument: {
    number: '[S60]',
    trial: async ({ knock, ref }) => {
      const all: RealSocket[] = []
      while (all.length < MAX_CONNECTIONS_PER_DOCUMENT)
        all.push(...(await Promise.all(Array.from({ length: 100 }, () => knock({ ref })))))
      const past = await (await knock({ ref })).fate()
      expect(await (await knock({ ref: (await newFiche()).ref })).fate()).toBeNull()
      return { within: await worst(all), past }
    },
  },
  awarenessSize: {
    number: '[S44]',
    trial: async ({ enter, ref }) => {
      const client = await enter({ ref })
      const state = (bytes: number) => ({ a: 'x'.repeat(bytes - JSON.stringify({ a: '' }).length) })
      client.send(awareness(state(MAX_AWARENESS_BYTES)))
      const within = await client.fate()
      client.send(awareness(state(MAX_AWARENESS_BYTES + 1), 7, 2))
      return { within, past: await client.fate() }
    },
  },
  missingDependencies: {
    number: '[S17]',
    trial: async ({ enter, ref }) => {
      const client = await enter({ ref })
      const far = new Y.Doc()
      far.getText('description').insert(0, 'ab')
      const before = Y.encodeStateVector(far)
      far.getText('description').insert(2, 'c')
      const step2 = encodeStep2(Y.encodeStateAsUpdate(far, before))
      for (let answers = 1; answers < MAX_RESYNCS_IN_A_ROW; answers += 1) client.send(step2)
      const within = await client.fate()
      client.send(step2)
      return { within, past: await client.fate() }
    },
  },
  openingTime: {
    number: '[S62]',
    trial: async ({ knock, ref, clock, engine, judge }) => {
      const { promise, resolve: judgeThem } = Promise.withResolvers<void>()
      judge.held = promise
      const client = await knock({ ref })
      clock.advance(OPENING_MS - 1)
      const within = await client.fate()
      clock.advance(1)
      const past = await client.fate()
      // What it waited for lets nobody in later; the witness is there.
      judgeThem()
      await expect.poll(() => engine.health()).toMatchObject({ connections: 1, rooms: 1 })
      return { within, past }
    },
  },
  earlyFrames: {
    number: '[S5]',
    trial: async ({ knock, ref, judge }) => {
      const { promise, resolve: judgeThem } = Promise.withResolvers<void>()
      judge.held = promise
      const client = await knock({ ref })
      for (let frames = 0; frames < MAX_EARLY_FRAMES; frames += 1) client.send(QUERY_AWARENESS)
      const within = await client.fate()
      client.send(QUERY_AWARENESS)
      const past = await client.fate()
      judgeThem()
      return { within, past }
    },
  },
  waitingEdits: { number: '[S33]', trial: { file: 'durability.test.ts' } },
  slowReader: {
    number: '[S46]',
    trial: async ({ enter, ref, clock, engine }) => {
      const [reader, writer] = [await enter({ ref }), await enter({ ref })]
      reader.send(encodeStep1(Y.encodeStateVector(new Y.Doc())))
      expect(await reader.fate()).toBeNull()
      reader.pause()
      // More than the network holds by itself, and what may be unsent.
      for (let frames = 0; frames < 3; frames += 1) writer.send(encodeUpdate(typed('x'.repeat(2 * STUCK_READER_BYTES))))
      expect(await writer.fate()).toBeNull()
      await engine.commit.idle()
      const write = async () => {
        writer.send(encodeUpdate(typed('y')))
        expect(await writer.fate()).toBeNull()
        await engine.commit.idle()
        return engine.health().connections === 3
      }
      // Found to be stuck from now on.
      await write()
      clock.advance(STUCK_READER_GRACE_MS)
      const within = (await write()) ? null : CLOSE_CODES.tooSlow
      clock.advance(1)
      await write()
      reader.resume()
      return { within, past: await reader.fate() }
    },
  },
}

const LIMITS = Object.keys(TRIALS)
  .filter(isLimit)
  .map((limit) => ({ limit, code: CLOSE_CODES[LIMIT_CLOSES[limit]], ...TRIALS[limit] }))

for (const { limit, number, code, trial } of LIMITS) {
  if (typeof trial !== 'function') continue
  // A stream that takes nothing is tried in stream-routes.test.ts ([S92]): fetch reads by itself.
  if (OVER_STREAMS && limit === 'slowReader') continue
  test(
    `${number} ${limit}: who is at the limit stays, who passes it is closed with ${code}, and nobody else`,
    async () => {
      const desk = await startSocketedEngine()
      const { ref } = await newFiche()
      const witness = await desk.enter({ ref: (await newFiche()).ref })
      expect(await trial({ ...desk, ref })).toEqual({ within: null, past: code })
      expect(await witness.fate()).toBeNull()
    },
    TEST_MS,
  )
}

test('[S117] a limit that is not tried here is tried where it is said to be', () => {
  for (const { number, code, trial } of LIMITS) {
    if (typeof trial === 'function') continue
    const titles = readFileSync(join(import.meta.dirname, trial.file), 'utf8').match(/^test\('.*'/gm) ?? []
    expect(titles.filter((title) => title.includes(number) && title.includes(`with ${code}`))).toHaveLength(1)
  }
})

test('[S117] the specification tells each limit, its code and its number', () => {
  const spec = readFileSync(join(import.meta.dirname, '../../../docs/sync-spec.md'), 'utf8')
  const told = [...spec.matchAll(/^\| `(\w+)` \| [^|]+ \| (\d{4}) \| (S\d+)/gm)]
  expect(Object.fromEntries(told.map(([, limit, code, number]) => [limit, `${code} [${number}]`]))).toEqual(
    Object.fromEntries(LIMITS.map(({ limit, code, number }) => [limit, `${code} ${number}`])),
  )
})

function isLimit(name: string): name is Limit {
  return Object.hasOwn(LIMIT_CLOSES, name)
}

/** So many frames at once, then so many in the next second; then one more. */
async function floods(
  { enter, ref, clock }: Desk,
  frame: Uint8Array,
): Promise<{ within: number | null; past: number | null }> {
  const client = await enter({ ref })
  const send = (frames: number) => {
    for (let sent = 0; sent < frames; sent += 1) client.send(frame)
    return client.fate()
  }
  const burst = await send(FRAME_BURST)
  clock.advance(SECOND)
  const within = burst ?? (await send(MAX_FRAMES_PER_SECOND))
  return { within, past: await send(1) }
}

/** The first close among them. */
async function worst(sockets: readonly RealSocket[]): Promise<number | null> {
  const fates = await Promise.all(sockets.map((socket) => socket.fate()))
  return fates.find((fate) => fate !== null) ?? null
}

function typed(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

/** An edit whose frame has so many bytes. */
function textFrame(bytes: number): Uint8Array {
  const frame = (characters: number) => {
    const doc = new Y.Doc()
    // Of a length that does not change with what Yjs draws.
    doc.clientID = 2 ** 31
    doc.getText('moyens').insert(0, 'x'.repeat(characters))
    return encodeUpdate(Y.encodeStateAsUpdate(doc))
  }
  const whole = frame(bytes - (frame(MAX_FRAME_BYTES / 2).length - MAX_FRAME_BYTES / 2))
  expect(whole).toHaveLength(bytes)
  return whole
}

function awareness(state: Record<string, unknown>, clientId = 7, clock = 1): Uint8Array {
  return encodeAwareness(joinAwarenessEntries([encodeAwarenessEntry({ clientId, clock, state })]))
}
