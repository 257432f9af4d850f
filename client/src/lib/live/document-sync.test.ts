import {
  decodeClientFrame,
  encodeAck,
  encodeAwareness,
  encodeHello,
  encodeRefused,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from '@pupitre/document'
import { expect, it, onTestFinished } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentSync } from './document-sync.ts'

const NOTHING = Y.encodeStateVector(new Y.Doc())

function speak() {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const frames: Uint8Array[] = []
  const told: unknown[] = []
  const sync = new DocumentSync({
    doc,
    awareness,
    send: (frame) => frames.push(frame),
    listener: {
      onSent: (frame) => told.push(frame),
      onSynced: () => told.push('synced'),
      onHello: (hello) => told.push(hello),
      onAcknowledged: (count) => told.push(count),
      onRefused: (reason) => told.push(reason),
    },
  })
  onTestFinished(() => {
    sync.destroy()
    doc.destroy()
  })
  /** Kinds of what was sent since the last look. */
  const sent = () => frames.splice(0).map((frame) => decodeClientFrame(frame).kind)
  return { doc, awareness, text: doc.getText('description'), frames, told, sent, sync }
}

const documentWith = (words: string) => {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, words)
  return doc
}

it('asks first, then answers with all that the server lacks, then says where it is', () => {
  const { sync, text, sent, told } = speak()
  text.insert(0, 'écrit avant')
  expect(sent()).toEqual([])
  sync.start()
  expect(sent()).toEqual(['step1'])
  sync.take(encodeStep1(NOTHING))
  expect(sent()).toEqual(['step2', 'awareness'])
  expect(told).toEqual(['step2'])
})

it('keeps what is written between the opening and the answer for the answer', () => {
  const { sync, text, frames } = speak()
  sync.start()
  frames.length = 0
  text.insert(0, 'tôt')
  expect(frames).toEqual([])
  sync.take(encodeStep1(NOTHING))
  const answer = decodeClientFrame(frames[0] ?? new Uint8Array())
  const server = new Y.Doc()
  if (answer.kind === 'step2') Y.applyUpdate(server, answer.update)
  expect(server.getText('description').toString()).toBe('tôt')
})

it('sends what is written afterwards, and never what came from the server', () => {
  const { sync, text, sent } = speak()
  sync.start()
  sync.take(encodeStep1(NOTHING))
  sent()
  text.insert(0, 'a')
  expect(sent()).toEqual(['update'])
  sync.take(encodeUpdate(Y.encodeStateAsUpdate(documentWith('b'))))
  expect(sent()).toEqual([])
  expect([...text.toString()].toSorted()).toEqual(['a', 'b'])
})

it('answers a server that asks again, as when an edit stood on something that it lacked', () => {
  const { sync, sent, told } = speak()
  sync.start()
  sync.take(encodeStep1(NOTHING))
  sync.take(encodeStep1(NOTHING))
  expect(sent()).toEqual(['step1', 'step2', 'awareness', 'step2'])
  expect(told).toEqual(['step2', 'step2'])
})

it('tells of the document, the greeting, acknowledgements and refusals', () => {
  const { sync, text, told } = speak()
  sync.start()
  sync.take(encodeStep2(Y.encodeStateAsUpdate(documentWith('Bonjour'))))
  const hello = { epoch: '00000000-0000-4000-8000-000000000000', access: 'write' } as const
  sync.take(encodeHello(hello))
  sync.take(encodeAck(3))
  sync.take(encodeRefused({ ordinal: 4, reason: 'readOnly' }))
  sync.take(Uint8Array.of(99, 1))
  expect(told).toEqual(['synced', hello, 3, 'readOnly'])
  expect(text.toString()).toBe('Bonjour')
})

it('speaks for itself only, and forgets the others with the connection', () => {
  const { sync, awareness, sent } = speak()
  sync.start()
  sync.take(encodeStep1(NOTHING))
  sent()
  const other = new Awareness(new Y.Doc())
  other.setLocalState({ field: 'titre' })
  onTestFinished(() => other.doc.destroy())
  sync.take(encodeAwareness(encodeAwarenessUpdate(other, [other.clientID])))
  expect(awareness.getStates().get(other.clientID)).toEqual({ field: 'titre' })
  expect(sent()).toEqual([])
  awareness.setLocalStateField('field', 'description')
  expect(sent()).toEqual(['awareness'])
  sync.stop()
  expect([...awareness.getStates().keys()]).toEqual([awareness.clientID])
  awareness.setLocalStateField('field', 'titre')
  expect(sent()).toEqual([])
})
