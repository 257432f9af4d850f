/* oxlint-disable no-console -- a command's output */
import * as Y from 'yjs'
import { createPeer } from '../../document/fuzz/peer.ts'
import { hasTrace, readTrace } from '../../document/test/trace-file.ts'
import { typePatch } from '../../document/test/trace-typist.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:traces`: real editing sessions through the binding, one update of the editor per edit, in the order in which they
 * were written. Headless Lexical reads the whole text at each commit: that share grows with the text and is not the binding's.
 */
const TRACES = ['automerge-paper', 'friendsforever']
const PARTS = 5

const rows: (string | number)[][] = []
for (const name of TRACES) {
  if (!hasTrace(name)) throw new Error(`../shared/traces/${name}.json.gz is not there`)
  const patches = readTrace(name).txns.flatMap((txn) => txn.patches)
  const doc = new Y.Doc()
  doc.getText('description').insert(0, '\n')
  const writer = createPeer(doc, { captureTimeoutMs: 500 })
  const size = Math.ceil(patches.length / PARTS)
  for (let part = 0; part < PARTS; part++) {
    const visitedBefore = writer.bound.counts.blocksVisited
    const edits = patches.slice(part * size, (part + 1) * size)
    const start = performance.now()
    for (const patch of edits) typePatch(writer, patch)
    const elapsedMs = performance.now() - start
    const visited = (writer.bound.counts.blocksVisited - visitedBefore) / edits.length
    rows.push([name, edits.length, writer.text.length, (elapsedMs / edits.length).toFixed(3), visited.toFixed(2)])
  }
  writer.bound()
}
console.log(markdownTable(['trace', 'edits', 'characters after', 'ms per edit', 'blocks visited per edit'], rows))
