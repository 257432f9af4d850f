import { CLOSE_CODES, NUMBER_HEADER, POST_STATUS, STREAM_HEADER, SUBSCRIPTION_STREAMS_PATH } from '@pupitre/document'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SubscriptionServer } from '../graphql/subscription/subscription-server.ts'
import { MAX_OPERATIONS_BYTES } from '../streams/stream-limits.ts'
import { StreamHub } from '../streams/stream-hub.ts'
import { MAX_READ_BYTES } from '../sync/limits.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { destinationOf, isFromHere, visitorOf, type Door } from './visit.ts'

interface StreamRoutes extends Door {
  sync: Pick<SyncServer, 'handleStream'>
  subscriptions: Pick<SubscriptionServer, 'handleStream'>
}

const PATHS = [
  { path: '/sync/:kind/:uuid', bodyLimit: MAX_READ_BYTES },
  { path: SUBSCRIPTION_STREAMS_PATH, bodyLimit: MAX_OPERATIONS_BYTES },
]

const BODY_TOO_LARGE = 'FST_ERR_CTP_BODY_TOO_LARGE'

/**
 * `GET` and `POST` of `/sync/…` and `/graphql/stream`: live documents and GraphQL subscriptions where websockets are blocked. Who may come, and
 * what they may send, is as for a websocket.
 */
export async function registerStreamRoutes(app: FastifyInstance, parts: StreamRoutes): Promise<void> {
  const hub = new StreamHub()
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    )
    // Before the body is read: a stranger's is not kept in memory, and another site's page sends none in one's name.
    scope.addHook('onRequest', async (request, reply) => {
      const name = streamOf(request)
      if (!isFromHere(parts, request.raw)) return answer(reply, 403)
      // A page asks whether the server is there, before it says that the network is to blame.
      if (request.method === 'HEAD') return
      // A page of another site cannot send this header, not even where its browser says nothing of an origin.
      if (name === undefined) return answer(reply, 400)
      if (request.method !== 'POST') return
      const found = hub.find(name)
      if ('refusal' in found) return answer(reply, found.refusal)
    })
    scope.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
      const found = hub.find(streamOf(request) ?? '')
      if (error.code === BODY_TOO_LARGE && 'channel' in found) found.channel.close(CLOSE_CODES.tooLarge, '')
      return answer(reply, error.statusCode ?? 503)
    })
    for (const { path, bodyLimit } of PATHS) {
      scope.head(path, (_request, reply) => answer(reply, 204))
      scope.get(path, (request, reply) => openStream(hub, parts, { request, reply }))
      scope.post(path, { bodyLimit }, (request, reply) => takePost(hub, { request, reply }))
    }
    done()
  })
}

async function openStream(
  hub: StreamHub,
  parts: StreamRoutes,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply | undefined> {
  const destination = destinationOf(request.raw)
  if (!destination) return answer(reply, 404)
  const { url, ref } = destination
  const viewer = await visitorOf(parts, { request: request.raw, url, ref })
  reply.hijack()
  const channel = hub.open(reply.raw)
  if (ref) parts.sync.handleStream(channel, { viewer, ref, query: url.searchParams })
  else parts.subscriptions.handleStream(channel, viewer)
  return undefined
}

function takePost(hub: StreamHub, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): FastifyReply {
  const { body } = request
  const number = Number(request.headers[NUMBER_HEADER])
  if (!Number.isSafeInteger(number) || number < 1) return answer(reply, 400)
  const id = streamOf(request) ?? ''
  return answer(reply, hub.take({ id, number, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) }))
}

function streamOf({ headers }: FastifyRequest): string | undefined {
  const name = headers[STREAM_HEADER]
  return Array.isArray(name) ? undefined : name
}

function answer(reply: FastifyReply, status: number): FastifyReply {
  // Before several servers some balancers choose by connection: the page's next one goes to another.
  if (status === POST_STATUS.elsewhere) void reply.header('connection', 'close')
  return reply.status(status).header('cache-control', 'no-store').send()
}
