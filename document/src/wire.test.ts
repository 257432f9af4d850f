import * as decoding from 'lib0/decoding'
import { writePermissionDenied } from 'y-protocols/auth'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as encoding from 'lib0/encoding'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import {
  decodeAwarenessEntries,
  encodeAwarenessEntry,
  joinAwarenessEntries,
  readAwarenessState,
} from './wire-awareness.ts'
import {
  decodeClientFrame,
  encodeAck,
  encodeAwareness,
  encodeHello,
  encodePermissionDenied,
  encodeRefused,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  MalformedFrameError,
  MESSAGE,
  readAck,
  readHello,
  readRefused,
} from './wire.ts'

/** A frame as y-websocket writes it: a type, then what y-protocols writes. */
function stock(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** A frame after its type, as y-websocket's message handlers find it. */
function afterType(frame: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoder
}

function someDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, 'Bonjour à tous')
  return doc
}

test('writes the frames of the y-websocket protocol byte for byte', () => {
  const doc = someDoc()
  const state = Y.encodeStateAsUpdate(doc)
  expect(encodeStep1(Y.encodeStateVector(doc))).toEqual(stock(0, (encoder) => writeSyncStep1(encoder, doc)))
  expect(encodeStep2(state)).toEqual(stock(0, (encoder) => writeSyncStep2(encoder, doc)))
  expect(encodeUpdate(state)).toEqual(stock(0, (encoder) => writeUpdate(encoder, state)))
  expect(encodePermissionDenied('readOnly')).toEqual(stock(2, (encoder) => writePermissionDenied(encoder, 'readOnly')))
})

test('reads what a client sends', () => {
  const bytes = Uint8Array.of(1, 2, 3)
  expect(decodeClientFrame(encodeStep1(bytes))).toEqual({ kind: 'step1', stateVector: bytes })
  expect(decodeClientFrame(encodeStep2(bytes))).toEqual({ kind: 'step2', update: bytes })
  expect(decodeClientFrame(encodeUpdate(bytes))).toEqual({ kind: 'update', update: bytes })
  expect(decodeClientFrame(encodeAwareness(bytes))).toEqual({ kind: 'awareness', update: bytes })
  expect(decodeClientFrame(Uint8Array.of(MESSAGE.queryAwareness))).toEqual({ kind: 'queryAwareness' })
})

test.each([
  ['nothing', []],
  ['a type that nobody knows', [99]],
  ['a step that nobody knows', [0, 3, 0]],
  ['a length beyond the end', [0, 2, 9, 1]],
  ['bytes after the end', [0, 2, 1, 1, 7]],
  ['a type of the server only', [16, 1]],
  ['a number that does not end', [0, 2, 255, 255]],
  ['a number beyond all numbers', [0, 2, ...Array.from({ length: 12 }, () => 255), 1]],
])('refuses a frame of %s', (_, bytes) => {
  expect(() => decodeClientFrame(Uint8Array.from(bytes))).toThrow(MalformedFrameError)
})

test('a length beyond the end shows nothing of the memory around the frame', () => {
  const pool = Uint8Array.of(0, 2, 4, 1, 2, 83, 69, 67, 82, 69, 84)
  expect(() => decodeClientFrame(pool.subarray(0, 5))).toThrow(MalformedFrameError)
})

test('reads back the frames of our own', () => {
  expect(readAck(afterType(encodeAck(70_000)))).toBe(70_000)
  expect(readRefused(afterType(encodeRefused({ ordinal: 3, reason: 'readOnly' })))).toEqual({
    ordinal: 3,
    reason: 'readOnly',
  })
  const hello = { epoch: '0193a2c4-7a54-4c5e-8f3e-2f2b8f6f0a11', access: 'read' } as const
  expect(readHello(afterType(encodeHello(hello)))).toEqual(hello)
})

test('awareness goes both ways between y-protocols and ours', () => {
  const [doc, other] = [new Y.Doc(), new Y.Doc()]
  const [theirs, reader] = [new Awareness(doc), new Awareness(other)]
  onTestFinished(() => {
    doc.destroy()
    other.destroy()
  })
  theirs.setLocalState({ cursor: 'é' })
  const [entry] = decodeAwarenessEntries(encodeAwarenessUpdate(theirs, [doc.clientID]))
  expect(entry?.clientId).toBe(doc.clientID)
  expect(entry && readAwarenessState(entry.encodedState)).toEqual({ cursor: 'é' })
  const entries = [
    encodeAwarenessEntry({ clientId: 7, clock: 1, state: { cursor: 'à' } }),
    encodeAwarenessEntry({ clientId: 8, clock: 1, state: {} }),
  ]
  applyAwarenessUpdate(reader, joinAwarenessEntries(entries), null)
  expect(reader.getStates().get(7)).toEqual({ cursor: 'à' })
  applyAwarenessUpdate(
    reader,
    joinAwarenessEntries([encodeAwarenessEntry({ clientId: 8, clock: 2, state: null })]),
    null,
  )
  expect(reader.getStates().has(8)).toBe(false)
})

test.each(['[]', '3', '"a"', '{', ''])('refuses %s as an awareness state', (json) => {
  expect(() => readAwarenessState(new TextEncoder().encode(json))).toThrow(MalformedFrameError)
})
