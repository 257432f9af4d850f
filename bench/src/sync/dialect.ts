import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Seat } from './seat.ts'

const SYNC = 0
const AWARENESS = 1
const HOCUSPOCUS_AUTH = 2
const HOCUSPOCUS_SYNC_STATUS = 8

/** What a server says that the generator listens to. The bytes are views on the frame. */
export type Heard =
  | { kind: 'step1' | 'step2' | 'update'; bytes: Uint8Array }
  /** One more of our frames is answered (Hocuspocus). */
  | { kind: 'status' }
  | null

/** Writes and reads the frames of one seat's server. */
export class Dialect {
  readonly #prefix: Uint8Array
  readonly #seat: Seat

  constructor(seat: Seat) {
    this.#seat = seat
    const encoder = encoding.createEncoder()
    if (seat.dialect === 'hocuspocus') encoding.writeVarString(encoder, seat.document)
    this.#prefix = encoding.toUint8Array(encoder)
  }

  /** What to say before anything else. */
  opening(): Uint8Array[] {
    if (this.#seat.dialect !== 'hocuspocus') return []
    const token = this.#frame((encoder) => {
      encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'anyone')
    })
    return [token]
  }

  sync(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
    return this.#frame((encoder) => {
      encoding.writeVarUint(encoder, SYNC)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  }

  awareness({ client, clock, state }: { client: number; clock: number; state: string }): Uint8Array {
    return this.#frame((encoder) => {
      const update = encoding.createEncoder()
      encoding.writeVarUint(update, 1)
      encoding.writeVarUint(update, client)
      encoding.writeVarUint(update, clock)
      encoding.writeVarString(update, state)
      encoding.writeVarUint(encoder, AWARENESS)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
    })
  }

  read(frame: Buffer): Heard {
    const at = this.#prefix.length
    const type = frame[at]
    if (type === HOCUSPOCUS_SYNC_STATUS && at > 0) return { kind: 'status' }
    if (type !== SYNC) return null
    const step = frame[at + 1]
    const decoder = decoding.createDecoder(frame)
    decoder.pos = at + 2
    const bytes = decoding.readVarUint8Array(decoder)
    return { kind: step === 0 ? 'step1' : step === 1 ? 'step2' : 'update', bytes }
  }

  /** Whether the frame is only an edit, seen in one look: most clients need to know no more. */
  isUpdate(frame: Buffer): boolean {
    const at = this.#prefix.length
    return frame[at] === SYNC && frame[at + 1] === 2
  }

  #frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.#prefix)
    write(encoder)
    return encoding.toUint8Array(encoder)
  }
}
