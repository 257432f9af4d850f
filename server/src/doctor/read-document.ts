import * as Y from 'yjs'
import { unpackState } from '../sync/snapshot-state.ts'
import type { ProblemKind } from './problem.ts'
import type { StoredDocument } from './stored-document.ts'

export type Reading = { doc: Y.Doc } | { problem: ProblemKind; detail?: string }

/** Rebuilds a document from its snapshot and the log after it, or says why it cannot be. */
export async function readDocument(stored: StoredDocument): Promise<Reading> {
  const doc = new Y.Doc()
  const from = stored.snapshot?.seq ?? 0n
  try {
    if (stored.snapshot) Y.applyUpdate(doc, await unpackState(stored.snapshot))
  } catch {
    return { problem: 'snapshotUnreadable', detail: `numéro ${from}` }
  }
  const gap = gapIn(stored, from)
  if (gap !== null) return { problem: 'logGap', detail: gap }
  for (const { seq, update } of stored.updates) {
    if (seq <= from) continue
    try {
      Y.applyUpdate(doc, update)
    } catch {
      return { problem: 'updateUnreadable', detail: `numéro ${seq}` }
    }
  }
  return { doc }
}

/** The first number that the log lacks between its snapshot and the document's last; null when none is. */
function gapIn({ updates, seq: last }: StoredDocument, from: bigint): string | null {
  let expected = from + 1n
  for (const { seq } of updates) {
    if (seq < expected) continue
    if (seq > expected) return `numéro ${expected}`
    expected += 1n
  }
  if (expected > last + 1n) return `le document s’arrête au numéro ${last}, ce qui est écrit au numéro ${expected - 1n}`
  return expected === last + 1n ? null : `numéro ${expected}`
}
