import {
  encodeAwareness,
  encodeAwarenessEntry,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  joinAwarenessEntries,
  MESSAGE,
} from '@pupitre/document'
import * as Y from 'yjs'

type Random = () => number

/** Frames that a page of ours could send about a document of its own. */
function validFrames(random: Random): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = below(random, 2 ** 32)
  const frames: Uint8Array[] = [encodeStep1(Y.encodeStateVector(doc)), Uint8Array.of(MESSAGE.queryAwareness)]
  doc.on('update', (update: Uint8Array) => frames.push(encodeUpdate(update)))
  const text = doc.getText('description')
  text.insert(0, 'Bonjour à tous 👋\n')
  text.insert(3, 'gras', { bold: true, link: 'https://exemple.fr' })
  text.format(1, 6, { italic: true })
  text.insertEmbed(2, { kind: 'break' })
  text.delete(2, 5)
  doc.getText('titre').insert(0, 'Un titre')
  frames.push(encodeStep2(Y.encodeStateAsUpdate(doc)), encodeStep1(Y.encodeStateVector(doc)))
  const state = { field: 'description', cursor: { anchor: 1, head: 4 } }
  frames.push(
    encodeAwareness(joinAwarenessEntries([encodeAwarenessEntry({ clientId: doc.clientID, clock: 1, state })])),
  )
  doc.destroy()
  return frames
}

const FRESH_EVERY = 500
const LONGEST_RANDOM = 64
const MOST_CHANGES = 4
/** What encoders and parsers stumble on: ends of varUint bytes, of strings, of signed numbers. */
const EDGES = [0, 1, 0x7f, 0x80, 0x81, 0xbf, 0xc0, 0xfe, 0xff]

/** Frames without an end, the same for the same chance: valid ones that are changed a little, and bytes drawn anyhow. */
export function* mutatedFrames(random: Random): Generator<Uint8Array, never> {
  for (;;) {
    const frames = validFrames(random)
    for (let count = 0; count < FRESH_EVERY; count += 1) {
      if (random() < 0.1) yield bytes(random, below(random, LONGEST_RANDOM))
      else yield mutated(random, pick(random, frames), pick(random, frames))
    }
  }
}

function mutated(random: Random, frame: Uint8Array, other: Uint8Array): Uint8Array {
  let result: Uint8Array = frame
  for (let left = below(random, MOST_CHANGES + 1); left > 0; left -= 1) result = changed(random, result, other)
  return result
}

function changed(random: Random, frame: Uint8Array, other: Uint8Array): Uint8Array {
  const at = below(random, frame.length + 1)
  switch (below(random, 7)) {
    case 0:
      return frame.map((byte, index) => (index === at ? byte ^ (1 << below(random, 8)) : byte))
    case 1:
      return frame.map((byte, index) => (index === at ? pick(random, EDGES) : byte))
    case 2:
      return frame.subarray(0, at)
    case 3:
      return joined(frame.subarray(0, at), bytes(random, below(random, 8)), frame.subarray(at))
    case 4:
      return joined(frame.subarray(0, at), other.subarray(below(random, other.length + 1)))
    case 5:
      return joined(frame.subarray(0, at), frame.subarray(Math.max(0, at - below(random, 16))))
    default:
      // A length or a clock far beyond what follows.
      return joined(frame.subarray(0, at), Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f), frame.subarray(at + 1))
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}

function bytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => below(random, 256))
}

function below(random: Random, end: number): number {
  return Math.floor(random() * end)
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
