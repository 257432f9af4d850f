import { expect, test } from 'vitest'
import { StreamReader, type StreamEvent } from './stream-reader.ts'
import { encodeMessageEvent, encodeNamedEvent } from './stream-wire.ts'

const text = [
  ': padding   \n\n',
  encodeNamedEvent('open', 'name'),
  encodeMessageEvent(Uint8Array.of(1, 2, 3)),
  encodeMessageEvent(new Uint8Array()),
  encodeNamedEvent('close', '1012 spread=5'),
].join('')

const expected = [
  { name: 'open', data: 'name' },
  { name: '', data: 'AQID' },
  { name: '', data: '' },
  { name: 'close', data: '1012 spread=5' },
]

test.each([
  ['at once', [text]],
  ['letter by letter', [...text]],
  ['with other ends of lines', [text.replaceAll('\n', '\r\n')]],
])('reads events that come %s', (_case, pieces) => {
  const events: StreamEvent[] = []
  const reader = new StreamReader((event) => events.push(event))
  for (const piece of pieces) reader.feed(piece)
  expect(events).toEqual(expected)
})
