import { RootNode } from 'lexical'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { checkPeer } from '../fuzz/checks.ts'
import { createPeer } from '../fuzz/peer.ts'
import type { Peer } from '../fuzz/peer.ts'
import { hasTrace, readTrace } from './trace-file.ts'
import { typePatch } from './trace-typist.ts'

/** A peer as the page has one: the server has put the first line end, and edits in quick succession are undone together. */
function createWriter(seed: Uint8Array): Peer {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed, 'remote')
  return createPeer(doc, { captureTimeoutMs: 500 })
}

function seedUpdate(): Uint8Array {
  const doc = new Y.Doc()
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
    { timeout: 180_000 },
    () => {
      const { txns, endContent } = readTrace('automerge-paper')
      const writer = createWriter(seedUpdate())
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

  test.skipIf(!isRequired && !hasTrace('friendsforever'))(
    '[B41] two authors typing at once end with the text they ended with',
    { timeout: 120_000 },
    () => {
      const { txns, endContent } = readTrace('friendsforever')
      const seed = seedUpdate()
      const writers = [createWriter(seed), createWriter(seed)]
      const updates: Uint8Array[] = []
      // What each writer has of the other's transactions: the session is replayed as it was, concurrent where it was.
      const has = writers.map(() => new Set<number>())
      const receive = (agent: number, txn: number) => {
        const missing: number[] = []
        for (const todo = [txn]; todo.length > 0;) {
          const next = todo.pop() ?? 0
          if (has[agent]?.has(next)) continue
          has[agent]?.add(next)
          missing.push(next)
          todo.push(...(txns[next]?.parents ?? []))
        }
        for (const each of missing.toSorted((a, b) => a - b)) {
          const update = updates[each]
          const doc = writers[agent]?.doc
          if (update && doc) Y.applyUpdate(doc, update, 'remote')
        }
      }
      for (const [i, { agent = 0, parents = [], patches }] of txns.entries()) {
        for (const parent of parents) receive(agent, parent)
        const writer = writers[agent]
        if (!writer) throw new Error(`the session has no author ${agent}`)
        const before = Y.encodeStateVector(writer.doc)
        for (const patch of patches) typePatch(writer, patch)
        updates[i] = Y.encodeStateAsUpdate(writer.doc, before)
        has[agent]?.add(i)
      }
      for (const agent of writers.keys()) receive(agent, txns.length - 1)
      for (const writer of writers) {
        const { localEdits, remoteEdits, blocksVisited } = writer.bound.counts
        process.stdout.write(
          `\nfriendsforever: ${localEdits} local and ${remoteEdits} remote edits, ${(blocksVisited / (localEdits + remoteEdits)).toFixed(3)} blocks visited each\n`,
        )
        expect(writer.text.toString()).toBe(`${endContent}\n`)
        expect(checkPeer(writer)).toEqual([])
        expect(blocksVisited / (localEdits + remoteEdits)).toBeLessThan(4)
      }
    },
  )
})
