import * as Y from 'yjs'
import { seededRandom } from '../../../server/test/seeded-random.ts'
import { FIELD } from './seat.ts'

const WORD = 'pistes '
const SEED = 7

/**
 * A history that shares nothing with a neighbour's: at each word another of so many clients types, a character an edit, somewhere in
 * the text. Each word stays a piece of its own, which is what documents cost.
 */
export function scatteredUpdates({
  edits,
  frames,
  clients,
}: {
  edits: number
  frames: number
  clients: number
}): Uint8Array[] {
  const random = seededRandom(SEED)
  const ids = Array.from({ length: clients }, () => Math.floor(random() * 2 ** 32))
  const doc = new Y.Doc()
  const text = doc.getText(FIELD)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const perFrame = Math.ceil(edits / frames)
  let at = 0
  for (let from = 0; from < edits; from += perFrame) {
    doc.transact(() => {
      for (let edit = from; edit < Math.min(edits, from + perFrame); edit += 1) {
        const letter = edit % WORD.length
        if (letter === 0) {
          doc.clientID = ids[Math.floor(random() * clients)] ?? 0
          at = Math.floor(random() * (text.length + 1))
        }
        text.insert(at + letter, WORD.charAt(letter))
      }
    })
  }
  return updates
}
