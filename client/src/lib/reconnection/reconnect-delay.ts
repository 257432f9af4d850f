import { CLOSE_CODES } from '@pupitre/document'

/** Bound of the first wait of a page that someone looks at. */
const FIRST_BOUND_MS = 500
/** …and of the longest: everyone is back within 5 s of the server, the time to come in included. */
const LONGEST_BOUND_MS = 4_000
/** Of a page that nobody looks at: it comes back at once when it is shown. */
const HIDDEN_FIRST_BOUND_MS = 5_000
const HIDDEN_LONGEST_BOUND_MS = 60_000

/** The server asks for patience: this page sent or took too much, or the database is away. */
const PATIENT_CODES: ReadonlySet<number> = new Set([CLOSE_CODES.tooSlow, CLOSE_CODES.unavailable, CLOSE_CODES.tooFast])

export interface LostConnection {
  /** How many connections in a row did no lasting work, the last one included or not. */
  failures: number
  /** The code of its close; a socket that broke has 1006. */
  code: number
  /** Over how long the server asks its pages to spread their return; null when it said nothing. */
  spreadMs: number | null
  isHidden: boolean
}

/**
 * How long to wait before the next try: anything up to a bound that doubles with each failure (full jitter), so that the pages of a
 * server that restarts do not all come back at once.
 *
 * @param random from 0 to 1
 */
export function reconnectDelayMs({ failures, code, spreadMs, isHidden }: LostConnection, random: number): number {
  return random * Math.max(bound({ failures, code, isHidden }), Math.min(spreadMs ?? 0, LONGEST_BOUND_MS))
}

function bound({ failures, code, isHidden }: Omit<LostConnection, 'spreadMs'>): number {
  const [first, longest] = isHidden
    ? [HIDDEN_FIRST_BOUND_MS, HIDDEN_LONGEST_BOUND_MS]
    : [FIRST_BOUND_MS, LONGEST_BOUND_MS]
  if (PATIENT_CODES.has(code)) return longest
  return Math.min(longest, first * 2 ** failures)
}
