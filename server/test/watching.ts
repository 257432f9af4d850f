import { createClient, type SubscribePayload } from 'graphql-ws'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { StreamSocket } from '../src/streams/testing/stream-socket.ts'

export interface Watched {
  /** What came, in order: data, then `{ errors }`. */
  heard: unknown[]
  /** `{ code }` once closed. */
  closed: { code: number } | null
  /** Whether the subscription was ended by the server. */
  over: boolean
  stop: () => Promise<void>
}

/** Subscribes over a socket of its own, as a page does; over a stream when the address is one of http. */
export function watch(address: string, { cookie, ...payload }: SubscribePayload & { cookie?: string | null }): Watched {
  const headers: Record<string, string> = cookie ? { cookie } : {}
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers })
    }
  }
  class Stream extends StreamSocket {
    constructor(url: string) {
      super(url, headers)
    }
  }
  const watched: Watched = { heard: [], closed: null, over: false, stop: async () => client.dispose() }
  const client = createClient({
    url: address,
    webSocketImpl: address.startsWith('http') ? Stream : Socket,
    lazy: false,
    shouldRetry: () => false,
    retryAttempts: 0,
    onNonLazyError: () => {},
    on: { closed: (event) => (watched.closed = isCloseEvent(event) ? { code: event.code } : null) },
  })
  client.subscribe(payload, {
    next: (value) => watched.heard.push(value),
    error: (errors) => watched.heard.push({ errors }),
    complete: () => (watched.over = true),
  })
  return watched
}

function isCloseEvent(event: unknown): event is { code: number } {
  return typeof event === 'object' && event !== null && 'code' in event && typeof event.code === 'number'
}

/** Publishes until the watcher hears: a subscription says nothing of when it begins. */
export async function untilHeard(watched: Watched, publish: () => void): Promise<void> {
  await expect
    .poll(
      () => {
        if (watched.heard.length === 0) publish()
        return watched.heard.length
      },
      { interval: 50 },
    )
    .toBeGreaterThan(0)
}
