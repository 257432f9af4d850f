import { createClient, type SubscribePayload } from 'graphql-ws'
import { expect } from 'vitest'
import { WebSocket } from 'ws'

export interface Watched {
  /** What came, in order: data, then `{ errors }`. */
  heard: unknown[]
  /** `{ code }` once closed. */
  closed: { code: number } | null
  /** Whether the subscription was ended by the server. */
  over: boolean
  stop: () => Promise<void>
}

/** Subscribes over a socket of its own, as a page does. */
export function watch(address: string, { cookie, ...payload }: SubscribePayload & { cookie?: string | null }): Watched {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: cookie ? { cookie } : {} })
    }
  }
  const watched: Watched = { heard: [], closed: null, over: false, stop: async () => client.dispose() }
  const client = createClient({
    url: address,
    webSocketImpl: Socket,
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
        publish()
        return watched.heard.length
      },
      { interval: 20 },
    )
    .toBeGreaterThan(0)
}
