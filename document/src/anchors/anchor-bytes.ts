import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Anchor, CharacterRange } from './anchor.ts'

/** The largest anchor: some thousands of stretches that different people wrote. */
export const MAX_ANCHOR_BYTES = 32 * 1024

/**
 * An anchor as it is sent and stored: for each range, a client, the clock since the end of the range before (of the same client, else since
 * 0) and a length, as varUints.
 */
export function encodeAnchor(anchor: Anchor): Uint8Array {
  const encoder = encoding.createEncoder()
  let before: CharacterRange | null = null
  for (const range of anchor) {
    encoding.writeVarUint(encoder, range.client)
    encoding.writeVarUint(encoder, range.clock - endAfter(before, range.client))
    encoding.writeVarUint(encoder, range.length)
    before = range
  }
  return encoding.toUint8Array(encoder)
}

/** Reads an anchor; null for bytes that are none, or too many (A6). */
export function decodeAnchor(bytes: Uint8Array): Anchor | null {
  if (bytes.length === 0 || bytes.length > MAX_ANCHOR_BYTES) return null
  const decoder = decoding.createDecoder(bytes)
  const anchor: CharacterRange[] = []
  try {
    while (decoding.hasContent(decoder)) {
      const client = decoding.readVarUint(decoder)
      const clock = endAfter(anchor.at(-1) ?? null, client) + decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length === 0 || client < (anchor.at(-1)?.client ?? 0) || !Number.isSafeInteger(clock + length)) return null
      anchor.push({ client, clock, length })
    }
  } catch {
    return null
  }
  return anchor
}

function endAfter(before: CharacterRange | null, client: number): number {
  return before?.client === client ? before.clock + before.length : 0
}
