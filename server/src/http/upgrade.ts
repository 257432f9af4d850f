import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentRef, parseDocumentPath } from '@pupitre/document'
import type { Viewer } from '../domain/viewer.ts'
import type { SubscriptionServer } from '../graphql/subscription/subscription-server.ts'
import type { SyncServer } from '../sync/sync-server.ts'

export interface Doorkeeper {
  sync: Pick<SyncServer, 'handleUpgrade'>
  subscriptions: Pick<SubscriptionServer, 'handleUpgrade'>
  /** Origins whose pages may use the session's cookie on a websocket. */
  isTrustedOrigin: (origin: string) => boolean
  /** The session's viewer; null when nobody is signed in. */
  identify: (request: IncomingMessage) => Promise<Viewer | null>
  /** The viewer of a one-time ticket for this document; null when it does not hold. */
  redeemTicket: (visit: { ref: DocumentRef; ticket: string }) => Promise<Viewer | null>
  onError: (error: unknown) => void
}

const SYNC_PREFIX = '/sync/'

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
  const url = URL.parse(request.url ?? '', 'http://localhost')
  const ref = url?.pathname.startsWith(SYNC_PREFIX) ? parseDocumentPath(url.pathname.slice(SYNC_PREFIX.length)) : null
  if (!url || (!ref && url.pathname !== '/graphql')) return refuse(socket, '404 Not Found')

  // Browsers always send it; without this, any site could open a socket with the visitor's session.
  const { origin } = request.headers
  if (origin !== undefined && !doorkeeper.isTrustedOrigin(origin)) return refuse(socket, '403 Forbidden')

  const ticket = url.searchParams.get('ticket')
  const viewer = await (ref && ticket !== null
    ? doorkeeper.redeemTicket({ ref, ticket })
    : doorkeeper.identify(request))
  if (socket.destroyed) return
  if (ref) doorkeeper.sync.handleUpgrade(request, socket, head, { viewer, ref, query: url.searchParams })
  else doorkeeper.subscriptions.handleUpgrade(request, socket, head, viewer)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
