import { encodeAwareness, encodeStep1, encodeStep2, encodeUpdate } from '@pupitre/document'
import { expect, it } from 'vitest'
import { acknowledgedFrame } from './counting-socket.ts'

it.each([
  ['step2', encodeStep2(Uint8Array.of(0, 0)), 'step2'],
  ['update', encodeUpdate(Uint8Array.of(0, 0)), 'update'],
  ['step1', encodeStep1(Uint8Array.of(0)), null],
  ['awareness', encodeAwareness(Uint8Array.of(0)), null],
  ['nothing', new Uint8Array(), null],
] as const)('knows whether the server acknowledges a frame of %s', (_name, frame, expected) => {
  expect(acknowledgedFrame(frame)).toBe(expected)
})
