import { describe, expect, it } from 'vitest'
import { ManualClock } from '../reconnection/testing/manual-clock.ts'
import { storageInTest } from './testing/storage-in-test.ts'
import { BLOCKED_FOR_MS, TransportChoice } from './transport-choice.ts'

function choose() {
  const clock = new ManualClock()
  const storage = storageInTest()
  return { clock, storage, choice: new TransportChoice({ clock, storage }) }
}

function blocked() {
  const parts = choose()
  parts.choice.failed('websocket')
  parts.choice.failed('websocket')
  parts.choice.failed('checkedWebsocket')
  return parts
}

describe('[S93] which way a page tries', () => {
  it('tries websockets first, then asks whether the server is there before it blames the network', () => {
    const { choice } = choose()
    expect(choice.next()).toBe('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('checkedWebsocket')
    choice.failed('checkedWebsocket')
    expect(choice.next()).toBe('stream')
  })

  it('learns nothing of the network from a server that is away', () => {
    const { choice } = choose()
    choice.failed('websocket')
    choice.failed('websocket')
    choice.serverIsAway()
    expect(choice.next()).toBe('websocket')
  })

  it('forgets failures once a websocket works', () => {
    const { choice } = choose()
    choice.failed('websocket')
    choice.worked('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('websocket')
  })

  it('remembers for the session of the tab, and tries a websocket again later', () => {
    const { clock, storage } = blocked()
    const reloaded = new TransportChoice({ clock, storage })
    expect(reloaded.next()).toBe('stream')
    clock.advance(BLOCKED_FOR_MS - 1)
    expect(reloaded.next()).toBe('stream')
    clock.advance(1)
    expect(reloaded.next()).toBe('websocket')
  })

  it('goes back to websockets for good when one works', () => {
    const { choice, storage } = blocked()
    choice.worked('websocket')
    expect([choice.next(), storage.read()]).toEqual(['websocket', null])
  })

  it('tries in turn while streams fail too', () => {
    const { choice } = blocked()
    choice.failed('stream')
    expect(choice.next()).toBe('checkedWebsocket')
    choice.serverIsAway()
    expect(choice.next()).toBe('stream')
    choice.worked('stream')
    expect(choice.next()).toBe('stream')
  })

  it('is not fooled by what it finds in the storage', () => {
    const { choice, storage } = choose()
    storage.write('hier')
    expect(choice.next()).toBe('websocket')
  })
})
