import * as buffer from 'lib0/buffer'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { parse } from './wire.ts'

/**
 * Messages where websockets are blocked (docs/sync-spec.md): down in a stream of server-sent events, up in numbered POSTs. Shared by the
 * server and the page.
 */

/** Header by which a page asks for a stream (`open`), and names it afterwards. No other site's page can send it unasked. */
export const STREAM_HEADER = 'x-pupitre-stream'
/** Number of a POST in its stream, from 1: one told twice counts once. */
export const NUMBER_HEADER = 'x-pupitre-number'

/** Where the streams of GraphQL subscriptions are: `/graphql` itself answers GET with pages and queries. */
export const SUBSCRIPTION_STREAMS_PATH = '/graphql/stream'

/** Events of the stream; one without a name is a message, in base64. */
export const STREAM_EVENT = {
  /** The stream's name, to be sent with each POST. */
  open: 'open',
  /** To be answered by a POST, which may be empty. */
  ping: 'ping',
  /** The last: a close code, a space, a reason. */
  close: 'close',
} as const

/** Answers of the server to a POST. */
export const POST_STATUS = {
  /** Its messages are taken: now, or when the same number came before. */
  taken: 204,
  /** No such stream: it has ended. */
  gone: 404,
  /** One before it is missing. */
  outOfOrder: 409,
  /** The stream is another process's: to be sent again, and a round-robin brings it there. */
  elsewhere: 421,
} as const

export function encodeMessageEvent(message: Uint8Array): string {
  return `data: ${buffer.toBase64(message)}\n\n`
}

export function decodeMessageEvent(data: string): Uint8Array {
  return buffer.fromBase64(data)
}

export function encodeNamedEvent(name: keyof typeof STREAM_EVENT, data: string): string {
  return `event: ${STREAM_EVENT[name]}\ndata: ${data}\n\n`
}

/** The data of a `close` event. */
export function encodeEnding({ code, reason }: { code: number; reason: string }): string {
  return `${code} ${reason}`
}

export function decodeEnding(data: string): { code: number; reason: string } {
  const [code = '', ...reason] = data.split(' ')
  return { code: Number(code), reason: reason.join(' ') }
}

/** Joins messages into the body of one POST. */
export function encodeBatch(messages: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const message of messages) encoding.writeVarUint8Array(encoder, message)
  return encoding.toUint8Array(encoder)
}

/**
 * The messages of a POST, in their order; views on its body.
 * @throws MalformedFrameError
 */
export function decodeBatch(body: Uint8Array): Uint8Array[] {
  return parse(body, (decoder) => {
    const messages: Uint8Array[] = []
    while (decoding.hasContent(decoder)) messages.push(decoding.readVarUint8Array(decoder))
    return messages
  })
}
