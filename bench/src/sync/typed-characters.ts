import * as encoding from 'lib0/encoding'
import { FIELD } from './seat.ts'

const ONE = 1
const STRING_CONTENT = 4
const HAS_ORIGIN = 0x80
const PARENT_IS_A_ROOT = 1
const NO_DELETIONS = 0

/**
 * The Yjs update (V1) by which a client adds one character after those that it typed before: what `Y.Text` sends for a keystroke at the end
 * of one's own words, without the cost of a `Y.Doc` in each of hundreds of clients.
 */
export function encodeTypedCharacter({ client, clock }: { client: number; clock: number }): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, ONE)
  encoding.writeVarUint(encoder, ONE)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  if (clock === 0) {
    encoding.writeUint8(encoder, STRING_CONTENT)
    encoding.writeVarUint(encoder, PARENT_IS_A_ROOT)
    encoding.writeVarString(encoder, FIELD)
  } else {
    encoding.writeUint8(encoder, STRING_CONTENT | HAS_ORIGIN)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock - 1)
  }
  encoding.writeVarString(encoder, characterAt(clock))
  encoding.writeVarUint(encoder, NO_DELETIONS)
  return encoding.toUint8Array(encoder)
}

function characterAt(clock: number): string {
  return String.fromCodePoint(97 + (clock % 26))
}
