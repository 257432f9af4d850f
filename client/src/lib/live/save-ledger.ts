/**
 * What of this page's edits is durable, counted frame by frame on the wire (docs/sync-spec.md).
 *
 * A pure state machine: the socket reports what happened, `saveState` says what may truthfully be shown.
 */

export type Access = 'unknown' | 'read' | 'write'

export interface SaveLedger {
  /** What the server said of this viewer on this connection; without one, what it said last. */
  access: Access
  connected: boolean
  /** Edits made here since the page holds the document, and those found on the device, which came first. */
  edits: number
  /** How many of them, from the first one on, the server has said to be on its disk. */
  durableEdits: number
  /** True once this connection has sent the server all that it lacked: only then is a later frame the whole rest. */
  caughtUp: boolean
  /** For each frame of this connection still unanswered, oldest first: `durableEdits` once it is durable. */
  inFlight: readonly number[]
  /** Frames of this connection that the server has answered. */
  answeredFrames: number
  /** Why the server refused an edit, for ever: what follows it on this page cannot be trusted to be kept. */
  refusal: string | null
}

export type LedgerEvent =
  /** Before any other: what an earlier page left unsent on this device. */
  | { type: 'restored'; edits: number }
  /** The server does not answer: what it said last of this viewer holds until it does. */
  | { type: 'presumed'; access: 'read' | 'write' }
  | { type: 'edited' }
  | { type: 'opened' }
  | { type: 'closed' }
  | { type: 'greeted'; access: 'read' | 'write' }
  | { type: 'sent'; frame: 'step2' | 'update' }
  /** `frames` counts this connection's step 2 and update frames, cumulatively. */
  | { type: 'acknowledged'; frames: number }
  | { type: 'refused'; reason: string }

export const EMPTY_LEDGER: SaveLedger = {
  access: 'unknown',
  connected: false,
  edits: 0,
  durableEdits: 0,
  caughtUp: false,
  inFlight: [],
  answeredFrames: 0,
  refusal: null,
}

/** The ledger after one event. Never counts an edit as durable before the server says so. */
export function recordEvent(ledger: SaveLedger, event: LedgerEvent): SaveLedger {
  switch (event.type) {
    case 'restored':
      return { ...ledger, edits: ledger.edits + event.edits }
    case 'presumed':
      return ledger.access === 'unknown' ? { ...ledger, access: event.access } : ledger
    case 'edited':
      // Yjs tidies formats after a merge, even for a reader: the server drops that, and it is nobody's edit.
      return ledger.access === 'read' ? ledger : { ...ledger, edits: ledger.edits + 1 }
    case 'opened':
      return { ...ledger, connected: true, ...NEW_CONNECTION }
    case 'closed':
      return { ...ledger, connected: false, ...NEW_CONNECTION }
    case 'greeted':
      return { ...ledger, access: event.access }
    case 'sent':
      return event.frame === 'step2' ? sendEverything(ledger) : sendUpdate(ledger)
    case 'acknowledged':
      return acknowledge(ledger, event.frames)
    case 'refused':
      return { ...ledger, refusal: event.reason }
  }
}

/** Edits of this page that the server has not said to be durable. */
export function unsentEdits(ledger: SaveLedger): number {
  return ledger.edits - ledger.durableEdits
}

const NEW_CONNECTION = { caughtUp: false, inFlight: [], answeredFrames: 0 } as const

/**
 * A step 2 holds all that the server lacks, so its acknowledgement alone is enough. The server also asks for one when it
 * could not keep a frame: the frames before it then promise nothing by themselves.
 */
function sendEverything(ledger: SaveLedger): SaveLedger {
  const superseded = ledger.inFlight.map(() => ledger.durableEdits)
  return { ...ledger, caughtUp: true, inFlight: [...superseded, ledger.edits] }
}

/** An update sent before the first step 2 leaves earlier edits behind: its acknowledgement proves none of them. */
function sendUpdate(ledger: SaveLedger): SaveLedger {
  return { ...ledger, inFlight: [...ledger.inFlight, ledger.caughtUp ? ledger.edits : ledger.durableEdits] }
}

function acknowledge(ledger: SaveLedger, frames: number): SaveLedger {
  const answered = Math.min(frames - ledger.answeredFrames, ledger.inFlight.length)
  if (answered <= 0) return ledger
  const proven = ledger.inFlight[answered - 1] ?? ledger.durableEdits
  return {
    ...ledger,
    inFlight: ledger.inFlight.slice(answered),
    answeredFrames: ledger.answeredFrames + answered,
    durableEdits: ledger.refusal === null ? Math.max(ledger.durableEdits, proven) : ledger.durableEdits,
  }
}
