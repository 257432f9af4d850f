import { CLOSE_CODES, spreadReason } from '@pupitre/document'
import { describe, expect, it } from 'vitest'
import { ManualClock } from '../reconnection/testing/manual-clock.ts'
import { TestSurroundings } from '../reconnection/testing/test-surroundings.ts'
import {
  LASTING_MS,
  LiveConnection,
  OPENING_PATIENCE_MS,
  PROBE_PATIENCE_MS,
  SILENCE_MS,
  TRY_INTERVAL_MS,
} from './live-connection.ts'
import { type TestTransport, transportsInTest } from './testing/test-transport.ts'

const FRAME = Uint8Array.of(1)

function start({ random = 1 }: { random?: number } = {}) {
  const clock = new ManualClock()
  const surroundings = new TestSurroundings()
  const { opened, open } = transportsInTest()
  const told: string[] = []
  const connection = new LiveConnection({
    open,
    surroundings,
    clock,
    random: () => random,
    events: {
      onOpen: () => told.push('open'),
      onFrame: () => told.push('frame'),
      onLost: () => told.push('lost'),
      onClosed: (code) => told.push(`closed ${code}`),
      onDoubt: () => told.push('doubt'),
    },
  })
  const last = (): TestTransport => {
    const transport = opened.at(-1)
    if (!transport) throw new Error('nothing was tried')
    return transport
  }
  /** Opens, and hears the server's first frame. */
  const enter = () => {
    last().events.onOpen()
    last().events.onFrame(FRAME)
    connection.works()
  }
  connection.connect()
  return { clock, surroundings, opened, told, connection, last, enter }
}

describe('a connection that is lost', () => {
  it('[S86] tries again after a wait that doubles while nothing works, four seconds at most', () => {
    const { clock, opened, last } = start()
    for (const [tries, waitMs] of [500, 1_000, 2_000, 4_000, 4_000].entries()) {
      last().end()
      clock.advance(waitMs - 1)
      expect(opened).toHaveLength(tries + 1)
      clock.advance(1)
      expect(opened).toHaveLength(tries + 2)
    }
  })

  it('[S86] waits for a part of it that chance decides', () => {
    const { clock, opened, last } = start({ random: 0.25 })
    last().end()
    clock.advance(124)
    expect(opened).toHaveLength(1)
    clock.advance(1)
    expect(opened).toHaveLength(2)
  })

  it('[S86] waits little again once a connection has lasted, and not before', () => {
    const { clock, opened, last, enter } = start()
    last().end()
    clock.advance(500)
    enter()
    clock.advance(LASTING_MS - 1)
    last().end()
    clock.advance(999)
    expect(opened).toHaveLength(2)
    clock.advance(1)
    enter()
    clock.advance(LASTING_MS)
    last().end()
    clock.advance(500)
    expect(opened).toHaveLength(4)
  })

  it('[S85] spreads its return over what a server that restarts asks for', () => {
    const { clock, opened, last, enter } = start()
    enter()
    last().end(CLOSE_CODES.restarting, spreadReason(3_000))
    clock.advance(2_999)
    expect(opened).toHaveLength(1)
    clock.advance(1)
    expect(opened).toHaveLength(2)
  })

  it('[S87] waits longer while nobody looks, and tries at once when the page is shown', () => {
    const { clock, surroundings, opened, last, enter } = start()
    enter()
    surroundings.hidden = true
    last().end()
    surroundings.wake()
    clock.advance(4_999)
    expect(opened).toHaveLength(1)
    surroundings.hidden = false
    surroundings.wake()
    clock.advance(0)
    expect(opened).toHaveLength(2)
  })

  it('[S87] tries at once when the network is back, and no more than once a second', () => {
    const { clock, surroundings, opened, last } = start()
    for (let tries = 1; tries <= 3; tries += 1) {
      last().end()
      surroundings.wake()
      surroundings.wake()
      clock.advance(TRY_INTERVAL_MS - 1)
      expect(opened).toHaveLength(tries)
      clock.advance(1)
      expect(opened).toHaveLength(tries + 1)
    }
  })

  it('[S87] leaves a try that hangs on a network that is gone', () => {
    const { clock, surroundings, opened } = start()
    clock.advance(TRY_INTERVAL_MS)
    surroundings.wake()
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })
})

describe('what a close says', () => {
  it.each(Object.entries(CLOSE_CODES).filter(([, code]) => code < 4400 || code >= 4500))(
    'comes back after %s (%i)',
    (_reason, code) => {
      const { clock, opened, told, last, enter } = start()
      enter()
      last().end(code)
      expect(told).toEqual(['open', 'frame', 'lost'])
      clock.advance(4_000)
      expect(opened).toHaveLength(2)
    },
  )

  it.each(Object.entries(CLOSE_CODES).filter(([, code]) => code >= 4400 && code < 4500))(
    'stays closed after %s (%i), until it is asked to connect',
    (_reason, code) => {
      const { clock, surroundings, opened, told, connection, last } = start()
      last().events.onOpen()
      last().end(code)
      expect(told).toEqual(['open', 'lost', `closed ${code}`])
      surroundings.wake()
      clock.advance(3_600_000)
      expect(opened).toHaveLength(1)
      connection.connect()
      expect(opened).toHaveLength(2)
    },
  )
})

describe('a server that says nothing', () => {
  it('[S88] is given up when it lets nobody in for so long', () => {
    const { clock, opened, told, last } = start({ random: 0 })
    last().events.onOpen()
    clock.advance(OPENING_PATIENCE_MS - 1)
    expect(told).toEqual(['open'])
    clock.advance(1)
    expect(told).toEqual(['open', 'lost'])
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })

  it('[S88] is given up after a silence, counted from its last frame', () => {
    const { clock, told, last, enter } = start()
    enter()
    clock.advance(SILENCE_MS - 1)
    last().events.onFrame(FRAME)
    clock.advance(SILENCE_MS - 1)
    expect(told).not.toContain('lost')
    clock.advance(1)
    expect(told).toContain('lost')
  })

  it('[S88] is asked something when the network may have changed, and given up without an answer', () => {
    const { clock, surroundings, told, enter } = start()
    enter()
    surroundings.wake()
    expect(told).toEqual(['open', 'frame', 'doubt'])
    clock.advance(PROBE_PATIENCE_MS - 1)
    expect(told).not.toContain('lost')
    clock.advance(1)
    expect(told).toContain('lost')
  })

  it('[S88] is kept when it answers', () => {
    const { clock, surroundings, told, last, enter } = start()
    enter()
    surroundings.wake()
    last().events.onFrame(FRAME)
    clock.advance(SILENCE_MS - 1)
    expect(told).not.toContain('lost')
  })

  it('[S88] is left at once by a page that wakes from a sleep longer than any silence', () => {
    const { clock, surroundings, told, enter } = start()
    enter()
    clock.sleep(SILENCE_MS)
    surroundings.wake()
    expect(told).toEqual(['open', 'frame', 'lost'])
  })
})

it('hears nothing more of a transport that it has left', () => {
  const { clock, told, opened, last, connection } = start()
  const first = last()
  first.end()
  clock.advance(500)
  first.events.onOpen()
  first.events.onFrame(FRAME)
  first.end(CLOSE_CODES.notFound)
  expect(told).toEqual([])
  connection.send(FRAME)
  expect(opened.flatMap(({ sent }) => sent)).toEqual([])
})

it('leaves nothing behind', () => {
  const { clock, surroundings, opened, connection, enter } = start()
  enter()
  connection.destroy()
  expect(surroundings.listeners).toBe(0)
  clock.advance(3_600_000)
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true])
})
