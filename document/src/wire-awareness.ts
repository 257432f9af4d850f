import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MalformedFrameError, parse } from './wire.ts'

/** The server's stamp on an awareness state: clients cannot set it. */
export interface PresenceUser {
  id: string
  name: string
  /** `#rrggbb`, the same for a user everywhere. */
  color: string
}

/** One client's awareness, as y-protocols encodes it. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  /** null: this client is gone. */
  state: Record<string, unknown> | null
}

/**
 * Reads the content of an awareness frame.
 * @throws MalformedFrameError also when a state is neither a JSON object nor null
 */
export function decodeAwarenessEntries(update: Uint8Array): AwarenessEntry[] {
  return parse(update, (decoder) => {
    const count = decoding.readVarUint(decoder)
    const entries: AwarenessEntry[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ clientId, clock, state: parseState(decoding.readVarString(decoder)) })
    }
    return entries
  })
}

function parseState(json: string): Record<string, unknown> | null {
  const value: unknown = JSON.parse(json)
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) throw new MalformedFrameError('an awareness state is not an object')
  return { ...value }
}

/** Encodes one client's awareness, to be joined by `joinAwarenessEntries`: a shared state is serialised once. */
export function encodeAwarenessEntry({ clientId, clock, state }: AwarenessEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

/** Joins encoded entries into the content of an awareness frame. */
export function joinAwarenessEntries(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  return encoding.toUint8Array(encoder)
}
