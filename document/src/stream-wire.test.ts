import { expect, test } from 'vitest'
import {
  decodeBatch,
  decodeEnding,
  decodeMessageEvent,
  encodeBatch,
  encodeEnding,
  encodeMessageEvent,
  encodeNamedEvent,
} from './stream-wire.ts'
import { MalformedFrameError } from './wire.ts'

const messages = [Uint8Array.of(0, 255, 10, 13), new Uint8Array(), new Uint8Array(300).fill(7)]

test('carries any bytes in events of one line each', () => {
  for (const message of messages) {
    const [line = '', ...rest] = encodeMessageEvent(message).split('\n')
    expect(rest).toEqual(['', ''])
    expect(decodeMessageEvent(line.replace('data: ', ''))).toEqual(message)
  }
  expect(encodeNamedEvent('ping', '1')).toBe('event: ping\ndata: 1\n\n')
})

test('carries any number of messages in one body', () => {
  expect(decodeBatch(encodeBatch(messages))).toEqual(messages)
  expect(decodeBatch(encodeBatch([]))).toEqual([])
})

test('refuses a body whose last message is cut', () => {
  expect(() => decodeBatch(encodeBatch(messages).subarray(0, -1))).toThrow(MalformedFrameError)
})

test.each([
  { code: 4404, reason: '' },
  { code: 1012, reason: 'spread=10 ms' },
])('carries why a stream ends: $code $reason', (ending) => {
  expect(decodeEnding(encodeEnding(ending))).toEqual(ending)
})
