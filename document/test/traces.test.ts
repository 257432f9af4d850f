import { RootNode } from 'lexical'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { checkPeer } from '../fuzz/checks.ts'
import { createPeer } from '../fuzz/peer.ts'
import type { Peer } from '../fuzz/peer.ts'
import { hasTrace, readTrace } from './trace-file.ts'
import { replayTogether } from './trace-replay.ts'
import type { TraceAuthor } from './trace-replay.ts'
import { typePatch } from './trace-typist.ts'

/**
 * A peer as the page has one: the server has put the first line end, and edits in quick succession are undone together.
 * Yjs puts concurrent insertions at one place in the order of their client ids, so a replay names them.
 */
function createWriter(seed: Uint8Array, clientId: number): Peer {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, seed, 'remote')
  return createPeer(doc, { captureTimeoutMs: 500 })
}

/** An author without an editor, writing into the `Y.Text` itself. */
function createPlainAuthor(seed: Uint8Array, clientId: number): TraceAuthor {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, seed, 'remote')
  const text = doc.getText('description')
  return {
    doc,
    type: ([position, deleted, inserted]) =>
      doc.transact(() => {
        text.delete(position, deleted)
        text.insert(position, inserted)
      }),
  }
}

const SEED_CLIENT_ID = 3

function seedUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SEED_CLIENT_ID
  doc.getText('description').insert(0, '\n')
  return Y.encodeStateAsUpdate(doc)
}

// The real sessions are kept beside the repository, in ../shared/traces; a continuous integration must have them.
const isRequired = process.env.CI === 'true'

describe('real editing sessions', () => {
  // Without a DOM Lexical reads the whole text at each commit, which says nothing of the binding.
  beforeAll(() => {
    vi.spyOn(RootNode.prototype, 'getTextContent').mockReturnValue('')
  })
  afterAll(() => {
    vi.restoreAllMocks()
  })

  test.skipIf(!isRequired && !hasTrace('automerge-paper'))(
    '[B40] 260,000 edits of one author end as they did, each visiting as few blocks in a long text as in a short one',
    { timeout: 400_000 },
    () => {
      const { txns, endContent } = readTrace('automerge-paper')
      const writer = createWriter(seedUpdate(), 1)
      const tenth = Math.floor(txns.length / 10)
      const visitedAfter: number[] = []
      for (const [i, { patches }] of txns.entries()) {
        for (const patch of patches) typePatch(writer, patch)
        if (i === tenth || i === tenth * 9) visitedAfter.push(writer.bound.counts.blocksVisited)
      }
      const { blocksVisited, localEdits } = writer.bound.counts
      const [early = 0, late = 0] = visitedAfter
      process.stdout.write(
        `\nautomerge-paper: ${localEdits} edits, ${(blocksVisited / localEdits).toFixed(3)} blocks visited each\n`,
      )
      expect(writer.text.toString()).toBe(`${endContent}\n`)
      expect(checkPeer(writer)).toEqual([])
      expect(localEdits).toBe(txns.length)
      expect(blocksVisited / localEdits).toBeLessThan(1.1)
      // The text is 12 times longer in the last tenth than in the first.
      expect(blocksVisited - late).toBeLessThan(early * 1.1)
    },
  )

  // Who comes first where both insert at one place: the session itself, and the other way round.
  describe.each([
    { order: 'in the order of the session', clientIds: [1, 2] },
    { order: 'in the other order', clientIds: [2, 1] },
  ])('$order', ({ clientIds }) => {
    test.skipIf(!isRequired && !hasTrace('friendsforever'))(
      '[B41] two authors typing at once end with the text that a plain Y.Text ends with',
      { timeout: 120_000 },
      () => {
        const { txns, endContent } = readTrace('friendsforever')
        const seed = seedUpdate()
        const writers = clientIds.map((clientId) => createWriter(seed, clientId))
        const plain = clientIds.map((clientId) => createPlainAuthor(seed, clientId))
        replayTogether(
          txns,
          writers.map((writer) => ({ doc: writer.doc, type: (patch) => typePatch(writer, patch) })),
        )
        replayTogether(txns, plain)
        for (const [agent, writer] of writers.entries()) {
          const { localEdits, remoteEdits, blocksVisited } = writer.bound.counts
          process.stdout.write(
            `\nfriendsforever: ${localEdits} local and ${remoteEdits} remote edits, ${(blocksVisited / (localEdits + remoteEdits)).toFixed(3)} blocks visited each\n`,
          )
          expect(writer.text.toString()).toBe(plain[agent]?.doc.getText('description').toString())
          expect(checkPeer(writer)).toEqual([])
          expect(blocksVisited / (localEdits + remoteEdits)).toBeLessThan(4)
        }
        const [first, second] = writers.map(({ text }) => text.toString())
        expect(first).toBe(second)
        if (clientIds[0] === 1) expect(first).toBe(`${endContent}\n`)
      },
    )
  })
})
