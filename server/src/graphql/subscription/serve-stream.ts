import { CLOSE_CODES } from '@pupitre/document'
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type Server } from 'graphql-ws'
import type { StreamChannel } from '../../streams/stream-channel.ts'
import type { Subscriber } from './subscriber.ts'

/** As often as the websockets of subscriptions: proxies hang up on what says nothing for a minute. */
const PING_INTERVAL_MS = 12_000

interface StreamParts {
  channel: StreamChannel
  maxMessageBytes: number
  onError: (error: unknown) => void
  /** Told once, when the stream is gone. */
  onEnd: () => void
}

/** Speaks graphql-transport-ws over a stream: each message is the JSON that a websocket would carry. */
export function serveStream(
  server: Server<{ socket: Subscriber }>,
  { channel, maxMessageBytes, onError, onEnd }: StreamParts,
): void {
  let take: (message: string) => Promise<void> = () => Promise.resolve()
  const closed = server.opened(
    {
      protocol: GRAPHQL_TRANSPORT_WS_PROTOCOL,
      // A page that does not read what it is sent is not sent more: the changes that wait for it are bounded.
      async send(message) {
        channel.send(Buffer.from(message))
        await channel.drained()
      },
      close: (code = CloseCode.InternalServerError, reason = '') => channel.close(code, reason),
      onMessage: (listener) => void (take = listener),
    },
    { socket: channel },
  )
  const pings = setInterval(() => channel.ping(), PING_INTERVAL_MS)
  channel.listen({
    onMessage(message) {
      if (message.length > maxMessageBytes) return channel.close(CLOSE_CODES.tooLarge, '')
      take(Buffer.from(message).toString()).catch((error: unknown) => {
        onError(error)
        channel.close(CloseCode.InternalServerError, '')
      })
    },
    onGarbage: () => channel.close(CloseCode.BadRequest, ''),
    onEnd() {
      clearInterval(pings)
      onEnd()
      closed(CLOSE_CODES.restarting, '').catch(onError)
    },
  })
}
