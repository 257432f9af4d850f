import { expect, test } from 'vitest'
import { AWARENESS_INTERVAL_MS, FLUSH_RETRY_MAX_MS } from './limits.ts'
import { settled } from './testing/gated-log.ts'
import { newFiche } from './testing/stored-document.ts'
import { someone, TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'
import { colorOf } from './user-color.ts'

async function setUp(count: number) {
  const parts = startEngine()
  const { ref } = await newFiche()
  const enter = async (viewer = someone()) => {
    const client = new TestClient({ engine: parts.engine, ref, viewer })
    await client.connect()
    client.exchange()
    return client
  }
  const clients: TestClient[] = []
  for (let i = 0; i < count; i++) clients.push(await enter())
  /** Lets the room speak, and everyone listen. */
  const listen = () => {
    parts.clock.advance(AWARENESS_INTERVAL_MS)
    for (const client of clients) client.read()
  }
  return { ...parts, ref, clients, enter, listen }
}

const stateOf = (client: TestClient | undefined, of: TestClient | undefined) =>
  of && client?.awareness.getStates().get(of.doc.clientID)

test('[S37] stamps who speaks: nobody can take a name or a colour', async () => {
  const { clients, listen } = await setUp(2)
  const [first, second] = clients
  first?.say({ cursor: 3, user: { id: 'x', name: 'Quelqu’un d’autre', color: '#000000' } })
  first?.deliver()
  listen()
  const { userId = '', name } = first?.viewer ?? {}
  expect(stateOf(second, first)).toEqual({ cursor: 3, user: { id: userId, name, color: colorOf(userId) } })
})

test('[S38] a connection speaks for one Yjs client: what it repeats about others is not heard', async () => {
  const { clients, listen } = await setUp(3)
  const [first, second, third] = clients
  for (const client of clients) {
    client.say({ cursor: 1 })
    client.deliver()
  }
  first?.say({ cursor: 99 }, { clientId: second?.doc.clientID, clock: 50 })
  first?.say(null, { clientId: third?.doc.clientID, clock: 50 })
  first?.deliver()
  listen()
  expect(stateOf(first, second)).toMatchObject({ cursor: 1, user: { id: second?.viewer?.userId } })
  expect(stateOf(second, third)).toMatchObject({ cursor: 1, user: { id: third?.viewer?.userId } })
})

test('[S39] a caret waits until its own edit is on the disk', async () => {
  const { log, clock, clients, listen } = await setUp(2)
  const [first, second] = clients
  log.isOpen = false
  first?.say({ cursor: 0 })
  first?.text.insert(0, 'abc')
  first?.say({ cursor: 3 })
  first?.deliver()
  await settled()
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 0 })
  await log.release('away')
  clock.advance(FLUSH_RETRY_MAX_MS)
  await settled()
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 0 })
  await log.release('written')
  listen()
  expect(second?.text.toString()).toBe('abc\n')
  expect(stateOf(second, first)).toMatchObject({ cursor: 3 })
})

test('[S39] who types without a pause is still seen to move', async () => {
  const { log, clients, listen } = await setUp(2)
  const [first, second] = clients
  log.isOpen = false
  const type = async (cursor: number) => {
    first?.text.insert(0, 'x')
    first?.say({ cursor })
    first?.deliver()
    await settled()
  }
  await type(1)
  await type(2)
  await log.release('written')
  await type(3)
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 1 })
  await log.release('written')
  await type(4)
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 2 })
})

test('[S40] nobody hears of themselves, and many moves go out as one frame', async () => {
  const { clients, listen, clock } = await setUp(3)
  for (let cursor = 0; cursor < 5; cursor++) {
    for (const client of clients.slice(0, 2)) client.say({ cursor })
  }
  for (const client of clients) client.deliver()
  clock.advance(AWARENESS_INTERVAL_MS)
  expect(clients.map(({ transport }) => transport.sent.length)).toEqual([1, 1, 1])
  listen()
  const [first, second, third] = clients
  expect([stateOf(first, first), stateOf(second, second)]).toEqual([undefined, undefined])
  expect([stateOf(first, second), stateOf(third, first)]).toMatchObject([{ cursor: 4 }, { cursor: 4 }])
})

test('[S41] who leaves is gone for the others, who comes sees who is there', async () => {
  const { clients, listen, enter } = await setUp(2)
  const [first, second] = clients
  first?.say({ cursor: 1 })
  first?.deliver()
  listen()
  const late = await enter()
  expect(stateOf(late, first)).toMatchObject({ cursor: 1 })
  first?.disconnect()
  listen()
  expect(stateOf(second, first)).toBeUndefined()
  second?.say({ cursor: 2 })
  second?.say(null, { clock: 2 })
  second?.deliver()
  listen()
  late.read()
  expect(stateOf(late, second)).toBeUndefined()
})

test('[S42] who comes back under the same client id and clock is seen at once, even before the old connection is found dead', async () => {
  const { clients, listen } = await setUp(2)
  const [first, second] = clients
  first?.say({ cursor: 1 })
  first?.deliver()
  listen()
  const old = first?.connection
  await first?.connect()
  first?.say({ cursor: 1 })
  first?.exchange()
  old?.ended()
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 1 })
  first?.disconnect()
  listen()
  await first?.connect()
  first?.say({ cursor: 1 })
  first?.exchange()
  listen()
  expect(stateOf(second, first)).toMatchObject({ cursor: 1 })
})
