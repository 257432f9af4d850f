import * as Y from 'yjs'
import { readTrace, type TracePatch } from '../../../document/test/trace-file.ts'
import { FIELD } from './seat.ts'

const TRACE = 'automerge-paper'
/** Words typed when the trace is at its end: a history is longer than what is left of its text. */
const EDITS_OF_A_WORD = 8

/**
 * A real editing session of 260,000 edits as the updates that a writer of it sends, so many edits in each. Longer histories go on by typing
 * words before it and taking most of them back.
 */
export function traceUpdates({ edits, frames }: { edits: number; frames: number }): {
  updates: Uint8Array[]
  characters: number
} {
  const patches: TracePatch[] = readTrace(TRACE)
    .txns.flatMap((txn) => txn.patches)
    .slice(0, edits)
  const doc = new Y.Doc()
  const text = doc.getText(FIELD)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  let lengthOfTrace: number | undefined
  const perFrame = Math.ceil(edits / frames)
  for (let from = 0; from < edits; from += perFrame) {
    doc.transact(() => {
      for (let at = from; at < Math.min(edits, from + perFrame); at += 1) {
        const patch = patches[at]
        if (patch) apply(text, patch)
        else typeBefore(text, { at, grown: text.length - (lengthOfTrace ??= text.length) })
      }
    })
  }
  return { updates, characters: text.length }
}

function apply(text: Y.Text, [at, deleted, inserted]: TracePatch): void {
  if (deleted > 0) text.delete(at, deleted)
  if (inserted !== '') text.insert(at, inserted)
}

/** Types words before the text, and takes most of each back. After its end lies all that was deleted there, through which Yjs would walk each time. */
function typeBefore(text: Y.Text, { at, grown }: { at: number; grown: number }): void {
  if (at % EDITS_OF_A_WORD === 0 && grown >= EDITS_OF_A_WORD)
    text.delete(grown - EDITS_OF_A_WORD + 1, EDITS_OF_A_WORD - 2)
  else text.insert(grown, 'e')
}
