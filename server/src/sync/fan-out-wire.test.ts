import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeDocumentMessage, encodeDocumentMessage, type DocumentMessage } from './fan-out-wire.ts'

const seq = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
const bytes = fc.uint8Array({ maxLength: 200 })
const client = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const committed = fc.record({
  documentId: fc.uuid(),
  epoch: fc.uuid(),
  from: seq,
  to: seq,
  updates: fc.array(bytes, { maxLength: 5 }),
  owners: fc.array(fc.tuple(client, fc.option(fc.uuid())), { maxLength: 5 }).map((owners) => new Map(owners)),
})

const entry = fc.record({
  clientId: client,
  userId: fc.uuid(),
  state: fc.option(fc.string({ minLength: 1 }).map((cursor) => JSON.stringify({ cursor }))),
})

const message: fc.Arbitrary<DocumentMessage> = fc.oneof(
  fc.record({ kind: fc.constant('committed'), documents: fc.array(committed, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('presence'),
    documentId: fc.uuid(),
    behind: seq,
    isAll: fc.boolean(),
    entries: fc.array(entry, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('whoIsThere'), documentIds: fc.array(fc.uuid(), { maxLength: 5 }) }),
)

test('[S75] what one process tells of documents is what the others hear', () => {
  fc.assert(
    fc.property(message, (told) => {
      expect(decodeDocumentMessage(encodeDocumentMessage(told))).toEqual(told)
    }),
  )
})

test('[S75] what is cut or of another version is not heard, and reads nothing beyond its end', () => {
  fc.assert(
    fc.property(message, fc.nat(), (told, cut) => {
      const whole = encodeDocumentMessage(told)
      const part = whole.slice(0, cut % whole.length)
      expect(decodeDocumentMessage(part)).toBeNull()
    }),
  )
  fc.assert(fc.property(bytes, (garbage) => void decodeDocumentMessage(garbage)))
})
