import type { Clock } from '../reconnection/clock.ts'

export type TransportKind = 'websocket' | 'stream'

/**
 * How to try next: by a websocket, by one once the server has answered over HTTP (a failure then is the network's, not the server's), or by a
 * stream.
 */
export type NextTry = 'websocket' | 'checkedWebsocket' | 'stream'

/** So many websockets in a row that showed nothing, before one asks whether the network lets them through. */
export const FAILURES_BEFORE_CHECK = 2
/** How long a network is taken to block websockets before one is tried again: people go home. */
export const BLOCKED_FOR_MS = 10 * 60_000

/** Where the choice is kept for the session of the tab. */
export interface ChoiceStorage {
  read(): string | null
  write(blockedAt: string): void
  clear(): void
}

/**
 * Whether this network lets websockets through, learnt from what becomes of them; shared by the documents of a tab. A websocket counts as
 * failed when it ends before the server's first frame.
 */
export class TransportChoice {
  readonly #clock: Clock
  readonly #storage: ChoiceStorage
  #failures = 0
  #streamFailed = false

  constructor({ clock, storage }: { clock: Clock; storage: ChoiceStorage }) {
    this.#clock = clock
    this.#storage = storage
  }

  next(): NextTry {
    if (this.blockedForMs > 0 && !this.#streamFailed) return 'stream'
    return this.#failures >= FAILURES_BEFORE_CHECK ? 'checkedWebsocket' : 'websocket'
  }

  /** For how much longer websockets are taken to be blocked; 0 when they are not. */
  get blockedForMs(): number {
    const since = Number(this.#storage.read() ?? Number.NaN)
    return Number.isFinite(since) ? Math.max(0, since + BLOCKED_FOR_MS - this.#clock.now()) : 0
  }

  worked(kind: TransportKind): void {
    this.#streamFailed = false
    if (kind === 'stream') return
    this.#failures = 0
    this.#storage.clear()
  }

  failed(how: NextTry): void {
    if (how === 'stream') {
      // The server may be away: a websocket is as good a try.
      this.#streamFailed = true
      return
    }
    this.#streamFailed = false
    this.#failures += 1
    if (how === 'checkedWebsocket') this.#storage.write(String(this.#clock.now()))
  }

  /** The server does not answer at all: that its websockets failed says nothing of the network. */
  serverIsAway(): void {
    this.#failures = 0
    this.#streamFailed = false
  }
}
