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

/** A client's awareness state; null says that it is gone. */
export type AwarenessState = Record<string, unknown> | null

/** One client's awareness as received: its state is read by `readAwarenessState`, when it matters. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  /** JSON in UTF-8, a view on the received frame. */
  encodedState: Uint8Array
}

/**
 * Reads the content of an awareness frame. Stock clients send again what they receive about others, so most entries are
 * of no interest to a server: their states are left unread.
 * @throws MalformedFrameError
 */
export function decodeAwarenessEntries(update: Uint8Array): AwarenessEntry[] {
  return parse(update, (decoder) => {
    const count = decoding.readVarUint(decoder)
    const entries: AwarenessEntry[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ clientId, clock, encodedState: decoding.readVarUint8Array(decoder) })
    }
    return entries
  })
}

/** @throws MalformedFrameError when the state is neither a JSON object nor null */
export function readAwarenessState(encodedState: Uint8Array): AwarenessState {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(encodedState))
  } catch (error) {
    throw new MalformedFrameError('an awareness state is not JSON', { cause: error })
  }
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value))
    throw new MalformedFrameError('an awareness state is not an object')
  return { ...value }
}

/** Encodes one client's awareness, to be joined by `joinAwarenessEntries`: a state sent to many is serialised once. */
export function encodeAwarenessEntry({
  clientId,
  clock,
  state,
}: {
  clientId: number
  clock: number
  state: AwarenessState
}): Uint8Array {
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
