import * as decoding from 'lib0/decoding'
import { MalformedFrameError, MESSAGE, parse, readAck, readHello, readRefused, SYNC, type Hello } from './wire.ts'

/** What a server may send. The bytes are views on the received frame. */
export type ServerFrame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  /** `frames`: how many step2 and update frames of this connection are answered, from its first one on. */
  | { kind: 'ack'; frames: number }
  | { kind: 'refused'; ordinal: number; reason: string }
  | { kind: 'hello'; hello: Hello }
  /** Of a newer server, or for stock clients only: to be ignored. */
  | { kind: 'unknown' }

/**
 * Reads a frame sent by a server.
 * @throws MalformedFrameError when a frame of a known type is truncated or has bytes after its end
 */
export function decodeServerFrame(frame: Uint8Array): ServerFrame {
  return parse(frame, readServerFrame)
}

function readServerFrame(decoder: decoding.Decoder): ServerFrame {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.ack:
      return { kind: 'ack', frames: readAck(decoder) }
    case MESSAGE.refused:
      return { kind: 'refused', ...readRefused(decoder) }
    case MESSAGE.hello:
      return { kind: 'hello', hello: readHello(decoder) }
    default:
      decoding.readTailAsUint8Array(decoder)
      return { kind: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): ServerFrame {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === SYNC.step1) return { kind: 'step1', stateVector: bytes }
  if (step === SYNC.step2) return { kind: 'step2', update: bytes }
  if (step === SYNC.update) return { kind: 'update', update: bytes }
  throw new MalformedFrameError(`unknown sync step ${step}`)
}
