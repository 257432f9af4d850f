import type { Keeping } from '../device/local-copy.ts'
import type { Closed } from './close-verdict.ts'
import { unsentEdits, type SaveLedger } from './save-ledger.ts'

/** What the page says about the work done on it. It is always true. */
export type SaveState =
  | { kind: 'connecting' }
  | { kind: 'saved' }
  | { kind: 'saving'; unsent: number }
  | { kind: 'offline'; unsent: number; keeping: Keeping }
  | { kind: 'readOnly' }
  | { kind: 'refused'; unsent: number }

/**
 * @param loaded whether the page has held the server's text since it opened: before that, "Hors ligne" would announce
 * a loss of connection that did not happen
 * @param closed why the server closed for good, if it did
 * @param keeping whether this device has on its disk what is unsent
 */
export function saveState({
  ledger,
  loaded,
  closed,
  keeping,
}: {
  ledger: SaveLedger
  loaded: boolean
  closed: Closed | null
  keeping: Keeping
}): SaveState {
  const unsent = unsentEdits(ledger)
  if (ledger.refusal !== null) return { kind: 'refused', unsent }
  if (closed !== null && closed !== 'signedOut') return { kind: 'refused', unsent }
  if (!loaded || (unsent === 0 && ledger.access === 'unknown')) return { kind: 'connecting' }
  if (!ledger.connected || !ledger.caughtUp) return { kind: 'offline', unsent, keeping }
  if (unsent > 0) return { kind: 'saving', unsent }
  return ledger.access === 'read' ? { kind: 'readOnly' } : { kind: 'saved' }
}
