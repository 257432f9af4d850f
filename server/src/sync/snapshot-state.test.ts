import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { packState, SNAPSHOT_FORMAT, unpackState } from './snapshot-state.ts'

const deflate = promisify(deflateRaw)

function written(): Y.Doc {
  const doc = new Y.Doc()
  const text = doc.getText('description')
  text.insert(0, 'Planter des haies')
  text.format(0, 7, { bold: true })
  text.delete(8, 4)
  return doc
}

test('[S47] what a snapshot holds is what clients are sent', async () => {
  const state = Y.encodeStateAsUpdate(written())
  const unpacked = await unpackState({ state: await packState(state), format: SNAPSHOT_FORMAT })
  expect([...unpacked]).toEqual([...state])
})

test('[S47] one of before, in V2, says the same', async () => {
  const doc = written()
  const unpacked = await unpackState({ state: await deflate(Y.encodeStateAsUpdateV2(doc)), format: 2 })
  expect([...unpacked]).toEqual([...Y.encodeStateAsUpdate(doc)])
})

test.each([1, 2])('[S6] bytes that are no deflated content are refused (format %i)', async (format) => {
  await expect(unpackState({ state: Buffer.from('?'), format })).rejects.toThrow(/./)
})
