import type { Page } from '@playwright/test'

/** A socket that a page's session opens by hand, past everything that the application would not ask for. */
export interface RawSocket {
  /** Text messages as they came, `binary` for another, and at last `closed <code>`. */
  heard: () => Promise<string[]>
}

/** Opens a socket of a live text, as y-websocket does. */
export function openLiveText(page: Page, path: string): Promise<RawSocket> {
  return openSocket(page, { path: `/sync/${path}` })
}

/** Subscribes by the graphql-transport-ws protocol. */
export function subscribe(page: Page, query: string): Promise<RawSocket> {
  return openSocket(page, {
    path: '/graphql',
    protocol: 'graphql-transport-ws',
    greeting: JSON.stringify({ type: 'connection_init' }),
    answer: JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }),
  })
}

interface Opening {
  path: string
  protocol?: string
  /** Sent at first. */
  greeting?: string
  /** Sent once the greeting is acknowledged. */
  answer?: string
}

async function openSocket(page: Page, opening: Opening): Promise<RawSocket> {
  const handle = await page.evaluateHandle(({ path, protocol, greeting, answer }) => {
    const heard: string[] = []
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${path}`, protocol)
    socket.addEventListener('open', () => greeting && socket.send(greeting))
    socket.addEventListener('close', ({ code }) => heard.push(`closed ${code}`))
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return heard.push('binary')
      if (data.includes('connection_ack') && answer) return socket.send(answer)
      return heard.push(data)
    })
    return heard
  }, opening)
  return { heard: () => handle.jsonValue() }
}
