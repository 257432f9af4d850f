import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { NUMBER_HEADER, parseDocumentPath, STREAM_HEADER, type DocumentRef } from '@pupitre/document'
import { expect, onTestFinished } from 'vitest'
import type { PersonViewer } from '../../domain/viewer.ts'
import { StreamHub } from '../../streams/stream-hub.ts'
import { StreamPage } from '../../streams/testing/stream-page.ts'
import { SocketServer } from '../socket-server.ts'
import type { RealSocket, SocketedEngine } from './socketed-engine.ts'
import { someone } from './test-client.ts'
import { startEngine } from './test-engine.ts'

/** As `startSocketedEngine`, where websockets are blocked. */
export async function startStreamedEngine(): Promise<SocketedEngine> {
  const engine = startEngine()
  const sockets = new SocketServer({ clock: engine.clock })
  const hub = new StreamHub()
  const viewers = new Map<string, PersonViewer>()
  /** Codes of the server's closes, by the query that each page came with: its event may come after the answer of a POST. */
  const closes = new Map<string, number>()

  function open(url: URL, response: ServerResponse): void {
    const ref = parseDocumentPath(url.pathname.slice(1))
    const viewer = viewers.get(url.searchParams.get('who') ?? '')
    if (!ref || !viewer) throw new Error('the test says who comes, and where')
    const channel = hub.open(response)
    const close = channel.close.bind(channel)
    channel.close = (code, reason) => {
      closes.set(url.search, code)
      close(code, reason)
    }
    sockets.acceptStream(channel, (transport) =>
      engine.engine.connect(transport, { viewer, ref, query: url.searchParams }),
    )
  }
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return open(new URL(request.url ?? '', 'http://localhost'), response)
    const number = Number(request.headers[NUMBER_HEADER])
    response.statusCode = hub.take({ id: String(request.headers[STREAM_HEADER]), number, body: await buffer(request) })
    response.end()
  }
  const http = createServer((request, response) => void serve(request, response))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('the server listens on a port')
  onTestFinished(() => {
    sockets.stop()
    http.closeAllConnections()
    http.close()
  })

  let visits = 0
  const knock = async ({ ref, viewer = someone() }: { ref: DocumentRef; viewer?: PersonViewer }) => {
    viewers.set(viewer.userId, viewer)
    visits += 1
    const search = `?ack=1&who=${viewer.userId}&visit=${visits}`
    const page = new StreamPage(`http://127.0.0.1:${address.port}/${ref.kind}/${ref.uuid}${search}`)
    onTestFinished(() => page.leave())
    expect(await page.open()).toBe(200)
    await expect.poll(() => page.name || page.isOver, { interval: 5 }).toBeTruthy()
    return { page, real: asReal(page, () => closes.get(search) ?? null) }
  }
  return {
    ...engine,
    knock: async (visit) => (await knock(visit)).real,
    async enter(visit) {
      const { page, real } = await knock(visit)
      await expect.poll(() => page.frames.length, { interval: 5 }).toBeGreaterThan(0)
      return real
    },
  }
}

function asReal(page: StreamPage, code: () => number | null): RealSocket {
  let number = 0
  let waiting: Uint8Array[] = []
  return {
    send: (frame) => void waiting.push(frame),
    pause: () => undefined,
    resume: () => undefined,
    leave: () => page.leave(),
    get isOpen() {
      return code() === null
    },
    async fate() {
      const frames = waiting
      waiting = []
      if (frames.length > 0 && code() === null) await page.post((number += 1), frames)
      return code()
    },
  }
}
