import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Spelled on the wire by place in this list: only add at its end. */
const KINDS = ['beat', 'hello', 'bye', 'documents', 'changes', 'spending'] as const

export type FrameKind = (typeof KINDS)[number]

/** One message between processes. */
export interface PeerFrame {
  /** Who sent it. */
  peer: string
  kind: FrameKind
  body: Uint8Array
}

export function encodePeerFrame({ peer, kind, body }: PeerFrame): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, KINDS.indexOf(kind))
  encoding.writeVarString(encoder, peer)
  encoding.writeUint8Array(encoder, body)
  return Buffer.from(encoding.toUint8Array(encoder))
}

/** Null: not a message of this version of Pupitre. */
export function decodePeerFrame(bytes: Uint8Array): PeerFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const kind = KINDS[decoding.readVarUint(decoder)]
    const peer = decoding.readVarString(decoder)
    return kind === undefined ? null : { peer, kind, body: decoding.readTailAsUint8Array(decoder) }
  } catch {
    return null
  }
}
