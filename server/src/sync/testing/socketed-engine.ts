import { createServer } from 'node:http'
import { once } from 'node:events'
import { parseDocumentPath, type DocumentRef } from '@pupitre/document'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { PersonViewer } from '../../domain/viewer.ts'
import { SocketServer } from '../socket-server.ts'
import { startStreamedEngine } from './streamed-engine.ts'
import { someone } from './test-client.ts'
import { startEngine, type TestEngine } from './test-engine.ts'

/** Tests that run a second time over streams (vitest.config.ts). */
export const OVER_STREAMS = process.env.SYNC_TRANSPORT === 'stream'

export interface SocketedEngine extends TestEngine {
  /** Opens a real websocket, handshake done. */
  knock(visit: { ref: DocumentRef; viewer?: PersonViewer }): Promise<RealSocket>
  /** The same, once the server has said something: it is let in. */
  enter(visit: { ref: DocumentRef; viewer?: PersonViewer }): Promise<RealSocket>
}

/** A client's end of a real websocket, or of a stream. */
export interface RealSocket {
  send(frame: Uint8Array): void
  /** Takes nothing any more, until it does again. */
  pause(): void
  resume(): void
  leave(): void
  readonly isOpen: boolean
  /** The code with which the server has closed it, all that was sent before having been read; null while it is open. */
  fate(): Promise<number | null>
}

/** A sync server with real websockets, or streams as the tests say, and the test's clock: so many per second is exact. */
export async function startSocketedEngine(): Promise<SocketedEngine> {
  return OVER_STREAMS ? startStreamedEngine() : startWebsockets()
}

async function startWebsockets(): Promise<SocketedEngine> {
  const engine = startEngine()
  const sockets = new SocketServer({ clock: engine.clock })
  const viewers = new Map<string, PersonViewer>()
  const http = createServer()
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const ref = parseDocumentPath(url.pathname.slice(1))
    const viewer = viewers.get(url.searchParams.get('who') ?? '')
    if (!ref || !viewer) throw new Error('the test says who comes, and where')
    sockets.accept({ request, socket, head }, (transport) =>
      engine.engine.connect(transport, { viewer, ref, query: url.searchParams }),
    )
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('the server listens on a port')
  const opened: WebSocket[] = []
  onTestFinished(() => {
    sockets.stop()
    for (const socket of opened) socket.terminate()
    http.close()
  })

  const open = (ref: DocumentRef, viewer: PersonViewer) => {
    viewers.set(viewer.userId, viewer)
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}/${ref.kind}/${ref.uuid}?ack=1&who=${viewer.userId}`)
    socket.on('error', () => undefined)
    opened.push(socket)
    return socket
  }
  return {
    ...engine,
    async knock({ ref, viewer = someone() }) {
      const socket = open(ref, viewer)
      await once(socket, 'open')
      return asReal(socket)
    },
    async enter({ ref, viewer = someone() }) {
      const socket = open(ref, viewer)
      const real = asReal(socket)
      await once(socket, 'message')
      return real
    },
  }
}

function asReal(socket: WebSocket): RealSocket {
  let code: number | null = null
  const closed = once(socket, 'close').then(([given]) => (code = Number(given)))
  return {
    send: (frame) => socket.send(frame),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    leave: () => socket.terminate(),
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
    async fate() {
      // What answers this has read all that came before it.
      if (socket.readyState === WebSocket.OPEN) socket.ping()
      await Promise.race([closed, once(socket, 'pong')])
      return socket.readyState === WebSocket.OPEN ? null : closed.then(() => code)
    },
  }
}
