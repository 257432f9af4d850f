import * as Y from 'yjs'
import { readTrace, type TracePatch } from '../../../document/test/trace-file.ts'
import { FIELD } from './seat.ts'

const TRACE = 'automerge-paper'
/**
 * A real editing session of 260,000 edits as the updates that a writer of it sends, so many edits in each. A longer
 * history is the session again and again, each time before what is there.
 */
export function traceUpdates({ edits, frames }: { edits: number; frames: number }): {
  updates: Uint8Array[]
  characters: number
} {
  const patches = readTrace(TRACE).txns.flatMap((txn) => txn.patches)
  const doc = new Y.Doc()
  const text = doc.getText(FIELD)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const perFrame = Math.ceil(edits / frames)
  for (let from = 0; from < edits; from += perFrame) {
    doc.transact(() => {
      for (let at = from; at < Math.min(edits, from + perFrame); at += 1) {
        const patch = patches[at % patches.length]
        if (patch) apply(text, patch)
      }
    })
  }
  return { updates, characters: text.length }
}

function apply(text: Y.Text, [at, deleted, inserted]: TracePatch): void {
  if (deleted > 0) text.delete(at, deleted)
  if (inserted !== '') text.insert(at, inserted)
}
