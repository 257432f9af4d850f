import { CLOSE_CODES } from '@pupitre/document'
import { expect, it } from 'vitest'
import { ManualClock } from '../reconnection/testing/manual-clock.ts'
import { ANSWER_PATIENCE_MS, openChosen, WEBSOCKET_PATIENCE_MS } from './choosing-transport.ts'
import { OPENING_PATIENCE_MS } from './live-connection.ts'
import { storageInTest } from './testing/storage-in-test.ts'
import { TestTransport } from './testing/test-transport.ts'
import { BLOCKED_FOR_MS, FAILURES_BEFORE_CHECK, TransportChoice } from './transport-choice.ts'
import type { TransportEvents } from './transport.ts'

const FRAME = Uint8Array.of(1)

function tab() {
  const clock = new ManualClock()
  const choice = new TransportChoice({ clock, storage: storageInTest() })
  const opened: { kind: string; address: string; transport: TestTransport }[] = []
  const told: string[] = []
  let isThere = true
  const opener = (kind: string) => (address: string, events: TransportEvents) => {
    const transport = new TestTransport(events)
    opened.push({ kind, address, transport })
    return transport
  }
  const means = {
    choice,
    clock,
    openWebsocket: opener('websocket'),
    openStream: opener('stream'),
    isServerThere: () => Promise.resolve(isThere),
  }
  /** One try, and what it opened. */
  const attempt = async () => {
    const transport = openChosen(means, {
      address: 'wss://desk/sync/fiche/1?ack=1',
      events: {
        onOpen: () => told.push('open'),
        onFrame: () => told.push('frame'),
        onEnd: ({ code }) => told.push(`end ${code}`),
      },
      onKind: (kind) => told.push(kind),
    })
    await Promise.resolve()
    await Promise.resolve()
    return { transport, last: opened.at(-1) }
  }
  /** Leaves the tab with websockets known to be blocked. */
  const learnBlocked = async () => {
    for (let tries = 0; tries <= FAILURES_BEFORE_CHECK; tries += 1) (await attempt()).last?.transport.end()
    told.length = 0
  }
  return { clock, choice, opened, told, attempt, learnBlocked, leave: () => (isThere = false) }
}

it('[S93] passes to a stream when websockets break though the server answers', async () => {
  const { attempt, learnBlocked, opened, told } = tab()
  await learnBlocked()
  const { last } = await attempt()
  expect(opened.map(({ kind }) => kind)).toEqual(['websocket', 'websocket', 'websocket', 'stream'])
  expect(last?.address).toBe('https://desk/sync/fiche/1?ack=1')
  last?.transport.events.onOpen()
  last?.transport.events.onFrame(FRAME)
  expect(told).toEqual(['stream', 'open', 'frame'])
})

it('[S93] stays with websockets while the server does not answer at all', async () => {
  const { attempt, leave, opened, told } = tab()
  leave()
  for (let tries = 0; tries < 9; tries += 1) {
    const before = opened.length
    const { last } = await attempt()
    if (opened.length > before) last?.transport.end()
  }
  expect(new Set(opened.map(({ kind }) => kind))).toEqual(new Set(['websocket']))
  expect(told).toEqual(Array.from({ length: 9 }, () => 'end 1006'))
})

it.each([CLOSE_CODES.restarting, CLOSE_CODES.signedOut, CLOSE_CODES.unavailable, 4499])(
  '[S93] blames nothing on the network when the server says why it closes (%i)',
  async (code) => {
    const { attempt, opened } = tab()
    for (let tries = 0; tries < 6; tries += 1) (await attempt()).last?.transport.end(code)
    expect(new Set(opened.map(({ kind }) => kind))).toEqual(new Set(['websocket']))
  },
)

it('[S93] counts a websocket cut before its first frame, and one that never opens', async () => {
  const { attempt, clock, opened } = tab()
  const cut = await attempt()
  cut.last?.transport.events.onOpen()
  cut.last?.transport.end(1002)
  await attempt()
  clock.advance(WEBSOCKET_PATIENCE_MS)
  ;(await attempt()).last?.transport.end()
  expect((await attempt()).last?.kind).toBe('stream')
  expect(opened[1]?.transport.isClosed).toBe(true)
})

it('[S93] counts a websocket that opens and shows nothing, before the connection gives the try up', async () => {
  expect(ANSWER_PATIENCE_MS).toBeLessThan(OPENING_PATIENCE_MS)
  const { attempt, clock, opened, told } = tab()
  for (let tries = 0; tries <= FAILURES_BEFORE_CHECK; tries += 1) {
    const { last } = await attempt()
    clock.advance(WEBSOCKET_PATIENCE_MS - 1)
    last?.transport.events.onOpen()
    clock.advance(ANSWER_PATIENCE_MS - WEBSOCKET_PATIENCE_MS)
    expect(told.at(-1)).toBe('open')
    clock.advance(1)
    expect([last?.transport.isClosed, told.at(-1)]).toEqual([true, 'end 1006'])
  }
  expect((await attempt()).last?.kind).toBe('stream')
  expect(opened).toHaveLength(FAILURES_BEFORE_CHECK + 2)
})

it('[S93] leaves a websocket alone that has shown a frame, and a stream that is slow to show one', async () => {
  const { attempt, learnBlocked, clock, told } = tab()
  const { last } = await attempt()
  last?.transport.events.onOpen()
  last?.transport.events.onFrame(FRAME)
  clock.advance(ANSWER_PATIENCE_MS)
  expect(told).toEqual(['websocket', 'open', 'frame'])
  await learnBlocked()
  const stream = await attempt()
  stream.last?.transport.events.onOpen()
  clock.advance(ANSWER_PATIENCE_MS)
  expect(told).toEqual(['stream', 'open'])
})

it('[S93] takes a websocket again, later, when one shows something', async () => {
  const { attempt, learnBlocked, clock, opened, told } = tab()
  await learnBlocked()
  const { last } = await attempt()
  last?.transport.events.onOpen()
  last?.transport.events.onFrame(FRAME)
  clock.advance(BLOCKED_FOR_MS)
  opened.at(-1)?.transport.end()
  clock.advance(BLOCKED_FOR_MS)
  const probe = opened.at(-1)
  expect([probe?.kind, told.at(-1)]).toEqual(['websocket', 'frame'])
  probe?.transport.events.onFrame(FRAME)
  expect([last?.transport.isClosed, told.at(-1)]).toEqual([true, 'end 1006'])
  expect((await attempt()).last?.kind).toBe('websocket')
})

it('leaves nothing open when it is closed, whatever it was doing', async () => {
  const { attempt, learnBlocked, clock, opened } = tab()
  await learnBlocked()
  const { transport, last } = await attempt()
  last?.transport.events.onFrame(FRAME)
  clock.advance(BLOCKED_FOR_MS)
  transport.close()
  expect(opened.slice(-2).map((each) => each.transport.isClosed)).toEqual([true, true])
})
