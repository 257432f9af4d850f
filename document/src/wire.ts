import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as z from 'zod/mini'

/**
 * The frames of the sync websocket: those of the y-websocket protocol (types 0 to 3), and our own, which go only to
 * clients that asked for them with `?ack=1` (docs/sync-spec.md). Each websocket message is one frame.
 */

/** First varUint of a frame. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, ack: 16, refused: 17, hello: 18 } as const

/** Second varUint of a `sync` frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Second varUint of an `auth` frame: the only one that the y-websocket protocol knows. */
const PERMISSION_DENIED = 0

/** Query parameter by which a client asks for acknowledgements (`ack=1`): frames of types 16 to 18. */
export const ACK_PARAM = 'ack'
/** Query parameter by which a client says of which life of the document its copy is. */
export const EPOCH_PARAM = 'epoch'
/** Query parameter by which a client says whose its copy is: the browser's session may have become another's. */
export const USER_PARAM = 'user'
/** Query parameter that carries a single-use ticket instead of the session cookie. */
export const TICKET_PARAM = 'ticket'

/** Header by which an admin asks as a member of their collectivité sees it: the uuid of that member's `Membre`. */
export const SEEING_AS_HEADER = 'x-voir-en-tant-que'
/** The same in the query of sockets and streams, whose headers a browser does not let one set. */
export const SEEING_AS_PARAM = 'en-tant-que'

/** Why an edit is not kept. The socket stays open: reasons that close it are close codes. */
export const REFUSAL_REASONS = ['readOnly'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What a client may send. The bytes are views on the received frame. */
export type ClientFrame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'queryAwareness' }

const helloSchema = z.object({ epoch: z.uuid(), access: z.enum(['read', 'write']) })
/** What the server says to a client with `?ack=1` right after the first sync. */
export type Hello = z.infer<typeof helloSchema>

/** The frame does not follow the protocol. */
export class MalformedFrameError extends Error {
  override name = 'MalformedFrameError'
}

/**
 * Reads a frame sent by a client.
 * @throws MalformedFrameError on an unknown type, a truncated frame, or bytes after its end.
 */
export function decodeClientFrame(frame: Uint8Array): ClientFrame {
  return parse(frame, readClientFrame)
}

function readClientFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.queryAwareness) return { kind: 'queryAwareness' }
  if (type === MESSAGE.awareness) return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
  if (type !== MESSAGE.sync) throw new MalformedFrameError(`unknown message type ${type}`)
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === SYNC.update) return { kind: 'update', update: bytes }
  if (step === SYNC.step2) return { kind: 'step2', update: bytes }
  if (step === SYNC.step1) return { kind: 'step1', stateVector: bytes }
  throw new MalformedFrameError(`unknown sync step ${step}`)
}

export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step1, stateVector)
}

export function encodeStep2(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step2, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.update, update)
}

/** @param update as y-protocols' `encodeAwarenessUpdate` or our `encodeAwarenessEntries` writes it */
export function encodeAwareness(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** The y-websocket protocol's own way to say no: stock clients warn and stay connected. */
export function encodePermissionDenied(reason: RefusalReason): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, PERMISSION_DENIED)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** @param count of this connection's step2 and update frames, from its start and in order, that are answered: durable, refused, or without anything new */
export function encodeAck(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.ack)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** Reads the count of an `ack` frame whose type is already read, as y-websocket's message handlers find it. */
export function readAck(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}

/** @param ordinal of the refused frame among this connection's step2 and update frames, the first being 1 */
export function encodeRefused({ ordinal, reason }: { ordinal: number; reason: RefusalReason }): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.refused)
  encoding.writeVarUint(encoder, ordinal)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** Reads a `refused` frame whose type is already read. `reason` may be one that a newer server knows. */
export function readRefused(decoder: decoding.Decoder): { ordinal: number; reason: string } {
  return { ordinal: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) }
}

export function encodeHello(hello: Hello): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.hello)
  encoding.writeVarString(encoder, JSON.stringify(hello))
  return encoding.toUint8Array(encoder)
}

/**
 * Reads a `hello` frame whose type is already read. Members that this version does not know are left out.
 * @throws ZodError or SyntaxError when it is not the JSON of a Hello
 */
export function readHello(decoder: decoding.Decoder): Hello {
  return helloSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

/** Runs a reader over a whole frame and turns whatever it throws into MalformedFrameError. */
export function parse<T>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => T): T {
  const decoder = decoding.createDecoder(bytes)
  let value: T
  try {
    value = read(decoder)
  } catch (error) {
    if (error instanceof MalformedFrameError) throw error
    throw new MalformedFrameError('truncated or invalid frame', { cause: error })
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrameError('bytes after the end of the frame')
  return value
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
