import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seededRandom } from '../../test/seeded-random.ts'
import { DocumentContent } from './document-content.ts'
import { DECODE_LATER_BYTES, DECODE_LATER_UPDATES } from './limits.ts'

/** A long document of several clients, with its snapshot somewhere in the middle and what came after; and what a client had of it at some time. */
function written(seed: number, { updatesAfter = 20 } = {}) {
  const random = seededRandom(seed)
  const doc = new Y.Doc()
  const text = doc.getText('description')
  text.insert(0, 'x'.repeat(DECODE_LATER_BYTES))
  let updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const edit = () => {
    doc.clientID = 1 + Math.floor(random() * 5)
    const at = Math.floor(random() * text.length)
    const kind = random()
    if (kind < 0.6) text.insert(at, `‹${Math.floor(random() * 1000)}›`)
    else if (kind < 0.8) text.delete(at, Math.min(5, text.length - at))
    else if (kind < 0.9) text.format(at, Math.min(3, text.length - at), { bold: random() < 0.5 || null })
    else doc.getText('moyens').insertEmbed(0, { fiche: at })
  }
  const copyAt = Math.floor(random() * 100)
  let copy = new Uint8Array()
  for (let i = 0; i < 100; i++) {
    if (i === copyAt) copy = Uint8Array.from(Y.encodeStateAsUpdate(doc))
    edit()
  }
  const state = Y.encodeStateAsUpdate(doc)
  updates = []
  // Each makes one update.
  while (updates.length < updatesAfter) edit()
  return { doc, copy, stored: { state, updates: updates.slice(0, updatesAfter) } }
}

function built(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** All that can be seen of a document, and what it would send. */
const seen = (doc: Y.Doc) => ({
  texts: ['description', 'moyens'].map((field) => doc.getText(field).toDelta()),
  state: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
  pending: [doc.store.pendingStructs, doc.store.pendingDs],
})

test('[S113] what is sent of a long document from its bytes is what is sent once it is built: all of it, what a client lacks, and how far it goes', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { doc, copy, stored } = written(seed, { updatesAfter: (seed % 3) * 10 })
    const [content, eager] = [DocumentContent.of(stored), DocumentContent.decoded(stored)]
    expect(content.isDecoded).toBe(false)
    const vector = Y.encodeStateVector(built(copy))
    expect(seen(built(content.whole())), `seed ${seed}`).toEqual(seen(doc))
    expect(seen(built(copy, content.since(vector))), `seed ${seed}`).toEqual(seen(doc))
    const reached = (from: DocumentContent) => Object.fromEntries(Y.decodeStateVector(from.stateVector()))
    expect(reached(content)).toEqual(reached(eager))
    expect(content.isDecoded).toBe(false)
    expect(seen(content.doc)).toEqual(seen(doc))
    expect(content.isDecoded).toBe(true)
    expect(seen(built(content.whole()))).toEqual(seen(doc))
  }
})

test('[S113] one that is short, that has no snapshot or a long log after it, is built at once', () => {
  const { stored } = written(1, { updatesAfter: DECODE_LATER_UPDATES + 1 })
  const { state, updates } = stored
  const isBuilt = (content: DocumentContent) => content.isDecoded
  expect(isBuilt(DocumentContent.of({ state, updates: updates.slice(1) }))).toBe(false)
  expect(isBuilt(DocumentContent.of(stored))).toBe(true)
  expect(isBuilt(DocumentContent.of({ state: null, updates: [] }))).toBe(true)
  const stateOf = (length: number) => Y.encodeStateAsUpdate(built(pasted(length)))
  const overhead = stateOf(DECODE_LATER_BYTES).length - DECODE_LATER_BYTES
  expect(isBuilt(DocumentContent.of({ state: stateOf(DECODE_LATER_BYTES - overhead), updates: [] }))).toBe(false)
  expect(isBuilt(DocumentContent.of({ state: stateOf(DECODE_LATER_BYTES - overhead - 1), updates: [] }))).toBe(true)
})

test('[S113] what is no document is found out before anyone is sent it', () => {
  const state = new Uint8Array(DECODE_LATER_BYTES).fill(7)
  expect(() => DocumentContent.of({ state, updates: [] })).toThrow(/./)
})

function pasted(length: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('description').insert(0, 'x'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
}
