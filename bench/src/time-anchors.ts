/* oxlint-disable no-console -- a command's output */
import { anchorOf, encodeAnchor, locateAnchors, type TextRange } from '@pupitre/document'
import * as Y from 'yjs'
import { Random } from '../../document/fuzz/random.ts'
import { hasTrace, readTrace } from '../../document/test/trace-file.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:anchors`: where the passages of many threads are in a long text that was really typed, beside the pair of relative positions that an
 * anchor might have been. The first half of the session is typed, passages are chosen, the second half is typed.
 */
const TRACE = 'automerge-paper'
const THREADS = 200
const LONGEST = 120
const ROUNDS = 50

interface Passage {
  range: TextRange
  characters: ReturnType<typeof anchorOf>
  positions: [Y.RelativePosition, Y.RelativePosition]
}

if (!hasTrace(TRACE)) throw new Error(`../shared/traces/${TRACE}.json.gz is not there`)
const patches = readTrace(TRACE).txns.flatMap((txn) => txn.patches)
const doc = new Y.Doc()
const text = doc.getText('description')
const half = Math.floor(patches.length / 2)
type(patches.slice(0, half))
const random = new Random(1)
const passages = Array.from({ length: THREADS }, (): Passage => {
  const from = random.below(text.length)
  const range = { from, to: Math.min(text.length, from + 1 + random.below(LONGEST)) }
  return {
    range,
    characters: anchorOf(text, range),
    positions: [
      Y.createRelativePositionFromTypeIndex(text, range.from, 0),
      Y.createRelativePositionFromTypeIndex(text, range.to, -1),
    ],
  }
})
type(patches.slice(half))

const anchors = passages.map(({ characters }) => characters)
const found = locateAnchors(text, anchors)
const pairs = located()
const bytes = anchors.map((anchor) => encodeAnchor(anchor).length).toSorted((a, b) => a - b)
const rows = [
  ['all characters, one walk', ...quantiles(() => locateAnchors(text, anchors))],
  ['pairs of relative positions', ...quantiles(located)],
]
console.log(`${text.length} characters, ${THREADS} threads; ${ROUNDS} rounds, ms`)
console.log(markdownTable(['', 'p50', 'p95'], rows))
console.log(`bytes of an anchor: p50 ${bytes[THREADS / 2]}, largest ${bytes.at(-1)}`)
const unlike = found.filter((range, i) => range && JSON.stringify(range) !== JSON.stringify(pairs[i])).length
const gone = found.filter((range) => range === null).length
console.log(`all characters deleted since: ${gone}; of the others, covered unlike by the pair: ${unlike}`)

function type(typed: typeof patches): void {
  for (const [at, deleted, inserted] of typed) {
    doc.transact(() => {
      if (deleted > 0) text.delete(at, deleted)
      if (inserted) text.insert(at, inserted)
    })
  }
}

function located(): (TextRange | null)[] {
  return passages.map(({ positions }) => {
    const [from, to] = positions.map((position) => Y.createAbsolutePositionFromRelativePosition(position, doc))
    return from && to && from.index < to.index ? { from: from.index, to: to.index } : null
  })
}

function quantiles(act: () => unknown): [string, string] {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (ROUNDS - 1))] ?? Number.NaN).toFixed(2)
  return [at(0.5), at(0.95)]
}
