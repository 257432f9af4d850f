import { editOfEvent } from '../src/flat/event-edit.ts'
import type { Step } from './mixes.ts'
import type { Peer } from './peer.ts'

interface Watch {
  /** The steps that the transaction holds. */
  takeSteps(): Step[]
  onMove(characters: string[]): void
  onFailure(failure: string): void
}

/** No edit moves text: a peer's own transaction inserts no character that was ever there, unless a block was dragged. */
export function watchMoves({ text, editor }: Peer, { takeSteps, onMove, onFailure }: Watch): void {
  const seen = new Set<string>()
  text.observe((event, transaction) => {
    const inserted = editOfEvent(event)
      .flatMap((op) => ('insert' in op && typeof op.insert === 'string' ? [...op.insert] : []))
      .filter((character) => /\S/u.test(character))
    const moved = inserted.filter((character) => seen.has(character))
    for (const character of inserted) seen.add(character)
    if (transaction.origin !== editor) return
    const steps = takeSteps()
    if (moved.length === 0) return
    if (steps.includes('move')) onMove(moved)
    else onFailure(`${steps.join('+')} moved ${moved.length} characters`)
  })
}
