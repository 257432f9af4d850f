import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { SubscriptionServer } from '../graphql/subscription/subscription-server.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { destinationOf, isFromHere, visitorOf, type Door } from './visit.ts'

export interface Doorkeeper extends Door {
  sync: Pick<SyncServer, 'handleUpgrade'>
  subscriptions: Pick<SubscriptionServer, 'handleUpgrade'>
  onError: (error: unknown) => void
}

/**
 * The one place where a connection becomes a websocket: `/sync/…` goes to the sync server, `/graphql` to the subscriptions, the
 * rest is refused.
 */
export function acceptUpgrades(server: Server, doorkeeper: Doorkeeper): void {
  server.on('upgrade', (request, socket, head) => {
    // A socket that breaks before a websocket owns it would otherwise take the process down.
    const onSocketError = (error: Error): void => doorkeeper.onError(error)
    socket.on('error', onSocketError)
    admit(doorkeeper, { request, socket, head })
      .then(() => socket.off('error', onSocketError))
      .catch((error: unknown) => {
        doorkeeper.onError(error)
        refuse(socket, '503 Service Unavailable')
      })
  })
}

interface Upgrade {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
}

async function admit(doorkeeper: Doorkeeper, { request, socket, head }: Upgrade): Promise<void> {
  const destination = destinationOf(request)
  if (!destination) return refuse(socket, '404 Not Found')
  if (!isFromHere(doorkeeper, request)) return refuse(socket, '403 Forbidden')
  const { url, ref } = destination
  const viewer = await visitorOf(doorkeeper, { request, url, ref })
  if (socket.destroyed) return
  if (ref) doorkeeper.sync.handleUpgrade(request, socket, head, { viewer, ref, query: url.searchParams })
  else doorkeeper.subscriptions.handleUpgrade(request, socket, head, viewer)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
