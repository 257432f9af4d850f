import { expect, test } from 'vitest'
import { decodeServerFrame } from './wire-server.ts'
import {
  encodeAck,
  encodeAwareness,
  encodeHello,
  encodePermissionDenied,
  encodeRefused,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  MalformedFrameError,
} from './wire.ts'

const bytes = Uint8Array.of(0, 0)
const hello = { epoch: '00000000-0000-4000-8000-000000000000', access: 'read' } as const

test.each([
  [encodeStep1(bytes), { kind: 'step1', stateVector: bytes }],
  [encodeStep2(bytes), { kind: 'step2', update: bytes }],
  [encodeUpdate(bytes), { kind: 'update', update: bytes }],
  [encodeAwareness(bytes), { kind: 'awareness', update: bytes }],
  [encodeAck(300), { kind: 'ack', frames: 300 }],
  [encodeRefused({ ordinal: 2, reason: 'readOnly' }), { kind: 'refused', ordinal: 2, reason: 'readOnly' }],
  [encodeHello(hello), { kind: 'hello', hello }],
  // A stock client's refusal, and a frame of a server to come.
  [encodePermissionDenied('readOnly'), { kind: 'unknown' }],
  [Uint8Array.of(99, 1, 2, 3), { kind: 'unknown' }],
])('reads what the server sends (%#)', (frame, expected) => {
  expect(decodeServerFrame(frame)).toEqual(expected)
})

test.each([
  ['an empty frame', new Uint8Array()],
  ['a truncated one', encodeUpdate(bytes).subarray(0, 3)],
  ['bytes after its end', Uint8Array.of(...encodeUpdate(bytes), 0)],
  ['a sync step that is none', Uint8Array.of(0, 7, 0)],
  ['a hello that is no JSON', Uint8Array.of(18, 1, 123)],
])('refuses %s', (_case, frame) => {
  expect(() => decodeServerFrame(frame)).toThrow(MalformedFrameError)
})
