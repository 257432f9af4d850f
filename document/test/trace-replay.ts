import * as Y from 'yjs'
import type { Trace, TracePatch } from './trace-file.ts'

/** One author of a session: a document of their own, and the way in which they type into it. */
export interface TraceAuthor {
  doc: Y.Doc
  type: (patch: TracePatch) => void
}

/**
 * Replays a session as it was, concurrent where it was: each author types a transaction over its parents and no more.
 * At the end every author has everything. Positions are those of the session: authors must be in the order of their
 * client ids, by which Yjs sorts concurrent insertions at one place, for the text to end as it did.
 */
export function replayTogether(txns: Trace['txns'], authors: readonly TraceAuthor[]): void {
  const updates: Uint8Array[] = []
  const has = authors.map(() => new Set<number>())
  const authorOf = (agent: number): { author: TraceAuthor; known: Set<number> } => {
    const author = authors[agent]
    const known = has[agent]
    if (!author || !known) throw new Error(`the session has no author ${agent}`)
    return { author, known }
  }
  const receive = (agent: number, txn: number): void => {
    const { author, known } = authorOf(agent)
    for (const each of missingOf(txns, known, txn)) {
      known.add(each)
      const update = updates[each]
      if (update) Y.applyUpdate(author.doc, update, 'remote')
    }
  }
  for (const [i, { agent = 0, parents = [], patches }] of txns.entries()) {
    for (const parent of parents) receive(agent, parent)
    const { author, known } = authorOf(agent)
    const before = Y.encodeStateVector(author.doc)
    for (const patch of patches) author.type(patch)
    updates[i] = Y.encodeStateAsUpdate(author.doc, before)
    known.add(i)
  }
  for (const agent of authors.keys()) receive(agent, txns.length - 1)
}

/** A transaction and its ancestors that are not known, the oldest first. */
function missingOf(txns: Trace['txns'], known: ReadonlySet<number>, last: number): number[] {
  const missing = new Set<number>()
  for (const todo = [last]; todo.length > 0;) {
    const next = todo.pop() ?? 0
    if (known.has(next) || missing.has(next)) continue
    missing.add(next)
    todo.push(...(txns[next]?.parents ?? []))
  }
  return [...missing].toSorted((a, b) => a - b)
}
