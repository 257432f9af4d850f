import { CLOSE_CODES, encodeUpdate } from '@pupitre/document'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BadUpdateError, inspectUpdate } from './inspected-update.ts'
import { MAX_CLOCK, MAX_VALUE_BYTES } from './limits.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { newFiche, storedText } from './testing/stored-document.ts'
import { TestClient } from './testing/test-client.ts'
import { startEngine } from './testing/test-engine.ts'

const CLIENT = 7

/** An update that a document writes when it is edited. */
function edited(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = CLIENT
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** A V1 update made by hand: one client, one struct, no deletion. */
function struct(write: (encoder: encoding.Encoder) => void, clock = 0): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, CLIENT, clock]) encoding.writeVarUint(encoder, number)
  write(encoder)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** No struct, one deletion. */
function deletion(clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, CLIENT, 1, clock, length]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

const HAS_ORIGIN = 0x80
const IN_ROOT = 1
const [GC, DELETED, STRING] = [0, 1, 4]

function inRoot(content: number, name: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return struct((encoder) => {
    encoding.writeUint8(encoder, content)
    encoding.writeVarUint(encoder, IN_ROOT)
    encoding.writeVarString(encoder, name)
    write(encoder)
  })
}

function afterClock(clock: number, text: string): Uint8Array {
  return struct((encoder) => {
    encoding.writeUint8(encoder, HAS_ORIGIN | STRING)
    encoding.writeVarUint(encoder, CLIENT)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, text)
  }, 5)
}

const NOTE = 'note:0193a2c4-7a54-7c5e-8f3e-2f2b8f6f0a11'

test.each([
  ['text of a field', edited((doc) => doc.getText('description').insert(0, 'Bonjour'))],
  ['text of a note', edited((doc) => doc.getText(NOTE).insert(0, 'Bonjour'))],
  ['formats', edited((doc) => doc.getText('moyens').insert(0, 'Bonjour', { bold: true, link: 'https://exemple.fr' }))],
  ['an embed of a newer client', edited((doc) => doc.getText('moyens').insertEmbed(0, { unknown: { a: [1] } }))],
  [
    'a value at the limit',
    edited((doc) => doc.getText('moyens').insertEmbed(0, { a: 'x'.repeat(MAX_VALUE_BYTES - 8) })),
  ],
  [
    'what was written and deleted',
    edited((doc) => (doc.getText('moyens').insert(0, 'a'), doc.getText('moyens').delete(0, 1))),
  ],
  ['nothing', Uint8Array.of(0, 0)],
])('[S12] takes %s', (_, update) => {
  expect(inspectUpdate(update, 'fiche').bytes).toBe(update)
})

test.each([
  ['[S13] another root', edited((doc) => doc.getText('loadgen').insert(0, 'a'))],
  [
    '[S13] a field of the other kind',
    edited((doc) => doc.getText('axe:0193a2c4-7a54-7c5e-8f3e-2f2b8f6f0a11').insert(0, 'a')),
  ],
  ['[S13] a root that inherits from Object', edited((doc) => doc.getText('__proto__').insert(0, 'a'))],
  ['[S14] a map', edited((doc) => doc.getMap('description').set('a', 1))],
  ['[S14] a list', edited((doc) => doc.getArray('description').push([1]))],
  ['[S14] an attribute of the whole text', edited((doc) => doc.getText('description').setAttribute('a', 1))],
  ['[S14] a nested type', edited((doc) => doc.getArray('description').push([new Y.Text('a')]))],
  ['[S14] a nested document', edited((doc) => doc.getArray('description').push([new Y.Doc()]))],
  ['[S14] bytes', edited((doc) => doc.getArray('description').push([new Uint8Array(3)]))],
  [
    '[S14] a value past the limit',
    edited((doc) => doc.getText('moyens').insertEmbed(0, { a: 'x'.repeat(MAX_VALUE_BYTES) })),
  ],
  [
    '[S12] a text without a character',
    inRoot(STRING, 'description', (encoder) => encoding.writeVarString(encoder, '')),
  ],
  [
    '[S12] a deletion without a character',
    inRoot(DELETED, 'description', (encoder) => encoding.writeVarUint(encoder, 0)),
  ],
  [
    '[S12] a gap without a character',
    struct((encoder) => (encoding.writeUint8(encoder, GC), encoding.writeVarUint(encoder, 0))),
  ],
  [
    '[S12] a gap past every clock',
    struct((encoder) => (encoding.writeUint8(encoder, GC), encoding.writeVarUint(encoder, MAX_CLOCK + 1))),
  ],
  ['[S12] a text after itself', afterClock(5, 'a')],
  ['[S12] a text after what its writer has not written', afterClock(9, 'a')],
  ['[S12] a deletion of nothing', deletion(0, 0)],
  ['[S12] bytes that stop early', edited((doc) => doc.getText('description').insert(0, 'Bonjour')).slice(0, -3)],
  ['[S12] a promise of more than there is', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f)],
  ['[S12] no byte at all', new Uint8Array(0)],
])('%s is not taken', (_, update) => {
  expect(() => inspectUpdate(update, 'fiche')).toThrow(BadUpdateError)
})

test('[S12] two sections of one client are not taken: Yjs would keep the second only', () => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 3)
  const gc = (client: number, clock: number) => {
    for (const number of [1, client, clock, GC, 1]) encoding.writeVarUint(encoder, number)
  }
  gc(CLIENT, 0)
  gc(CLIENT + 1, 0)
  gc(CLIENT, 1)
  encoding.writeVarUint(encoder, 0)
  expect(() => inspectUpdate(encoding.toUint8Array(encoder), 'fiche')).toThrow(BadUpdateError)
})

test('[S10] a frame that cannot be read closes its sender with 4400, and nobody else', async () => {
  const { engine } = startEngine()
  const { ref } = await newFiche()
  const witness = new TestClient({ engine, ref })
  await witness.connect()
  witness.exchange()
  const frames = [
    [],
    [99],
    [0],
    [0, 3, 0],
    [0, 2, 5, 1],
    [0, 2, 2, 0, 0, 7],
    [1, 3, 1, 1],
    [1, 4, 1, 5, 0, 9],
    [16, 1],
    [0, 0, 3, 9, 9, 9],
  ]
  for (const frame of frames) {
    const client = new TestClient({ engine, ref })
    await client.connect()
    client.say({ a: 1 })
    client.exchange()
    client.send(Uint8Array.from(frame))
    expect(client.closeCode, `frame ${frame.join(' ')}`).toBe(CLOSE_CODES.badFrame)
  }
  const garbage = new TestClient({ engine, ref })
  await garbage.connect()
  garbage.connection?.receiveGarbage()
  expect([garbage.closeCode, witness.closeCode]).toEqual([CLOSE_CODES.badFrame, null])
})

test('[S12] whatever bytes come, the room stays whole and equal to what is stored', async () => {
  const { engine, pool } = startEngine()
  const { ref, documentId } = await newFiche({ description: 'Bonjour à tous' })
  const seed = Date.now() % 1_000_000
  const random = seededRandom(seed)
  const outcomes = new Map<number | null, number>()
  const model = new TestClient({ engine, ref })
  await model.connect()
  model.exchange()
  for (let i = 0; i < 3_000; i++) {
    const client = new TestClient({ engine, ref })
    await client.connect()
    const source = new Y.Doc()
    Y.applyUpdate(source, Y.encodeStateAsUpdate(model.doc))
    const before = Y.encodeStateVector(source)
    const text = source.getText('description')
    text.insert(Math.floor(random() * text.length), 'abc', random() < 0.5 ? { bold: true } : {})
    text.delete(Math.floor(random() * (text.length - 2)), 2)
    const frame = encodeUpdate(Y.encodeStateAsUpdate(source, random() < 0.8 ? before : undefined))
    for (let flips = Math.floor(random() * 4); flips >= 0; flips--)
      frame[3 + Math.floor(random() * (frame.length - 3))] = Math.floor(random() * 256)
    client.send(frame)
    outcomes.set(client.closeCode, (outcomes.get(client.closeCode) ?? 0) + 1)
    client.disconnect()
    if (i % 50 === 0) await engine.commit.idle()
    model.exchange()
  }
  await engine.commit.idle()
  model.exchange()
  const room = engine.registry.rooms().find(({ document }) => document.documentId === documentId)
  expect(room?.document.doc.store.pendingStructs, `seed ${seed}`).toBeNull()
  expect(room?.document.doc.store.pendingDs, `seed ${seed}`).toBeNull()
  const copy = new Y.Doc()
  if (room) Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.document.doc))
  expect(await storedText(pool, documentId), `seed ${seed}`).toBe(copy.getText('description').toString())
  expect(outcomes.get(CLOSE_CODES.badFrame), `seed ${seed}`).toBeGreaterThan(100)
  expect(outcomes.get(null), `seed ${seed}`).toBeGreaterThan(100)
  expect(outcomes.has(CLOSE_CODES.unavailable), `seed ${seed}`).toBe(false)
})
