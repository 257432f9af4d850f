import { readSpread } from '@pupitre/document'
import type { Clock } from '../reconnection/clock.ts'
import { reconnectDelayMs } from '../reconnection/reconnect-delay.ts'
import type { Surroundings } from '../reconnection/surroundings.ts'
import { isFinal } from './close-verdict.ts'
import { BROKEN, type Ending, type OpenTransport, type Transport } from './transport.ts'

/** From the start of a try to the server's first frame: it gives itself 10 s to let someone in. */
export const OPENING_PATIENCE_MS = 15_000
/** The server is never silent for longer than 20 s (S43). */
export const SILENCE_MS = 30_000
/** How soon a server that is asked something answers, when the network may have changed. */
export const PROBE_PATIENCE_MS = 5_000
/** A connection that worked for so long did not fail: the next wait is short again. */
export const LASTING_MS = 5_000
/** A page shown and hidden again and again does not try at each. */
export const TRY_INTERVAL_MS = 1_000

export interface ConnectionEvents {
  /** Frames may be sent. */
  onOpen(): void
  onFrame(frame: Uint8Array): void
  /** It was open, and is no more; it comes back by itself, unless `onClosed` follows. */
  onLost(): void
  /** The server closed for good: coming back changes nothing until `connect` is asked again. */
  onClosed(code: number): void
  /** The network may have changed: something is to be sent which the server answers. */
  onDoubt(): void
}

interface ConnectionParts {
  open: OpenTransport
  surroundings: Surroundings
  clock: Clock
  /** From 0 to 1. */
  random: () => number
  events: ConnectionEvents
}

type State =
  | { kind: 'still' }
  | { kind: 'trying'; since: number }
  | { kind: 'open'; transport: Transport; worksSince: number | null }
  | { kind: 'waiting' }

/**
 * A connection that comes back: `trying` → `open` → `waiting` → `trying`…, and `still` before `connect`, after a close that is final and after
 * `destroy`. It waits with full jitter, longer while nobody looks, and not at all once someone does or the network is back. A
 * server that says nothing is given up.
 */
export class LiveConnection {
  readonly #parts: ConnectionParts
  readonly #stopWaking: () => void
  #state: State = { kind: 'still' }
  #transport: Transport | null = null
  /** Of the try that counts: what an earlier one still tells is not heard. */
  #try = 0
  #triedAt = Number.NEGATIVE_INFINITY
  #failures = 0
  /** When the server is given up if it has said nothing. */
  #deadline = 0
  #cancelTimer: () => void = () => undefined

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#stopWaking = parts.surroundings.onWake(() => this.#wake())
  }

  get isOpen(): boolean {
    return this.#state.kind === 'open'
  }

  /** Tries now, unless it is open or trying already. */
  connect(): void {
    if (this.#state.kind === 'still' || this.#state.kind === 'waiting') this.#tryNow()
  }

  /** Sends a frame; what is sent while the connection is not open is lost. */
  send(frame: Uint8Array): void {
    if (this.#state.kind === 'open') this.#state.transport.send(frame)
  }

  /** To be said once the server has let this page in: only then did the try succeed. */
  works(): void {
    if (this.#state.kind === 'open') this.#state.worksSince ??= this.#parts.clock.now()
  }

  /** Gives up this transport: what comes by it makes no sense. */
  giveUp(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'trying') this.#end({ code: BROKEN, reason: '' })
  }

  destroy(): void {
    this.#stopWaking()
    this.#hangUp()
    this.#state = { kind: 'still' }
  }

  #tryNow(): void {
    const { clock, open } = this.#parts
    this.#hangUp()
    this.#triedAt = clock.now()
    this.#state = { kind: 'trying', since: this.#triedAt }
    this.#expectWordWithin(OPENING_PATIENCE_MS)
    const number = this.#try
    const ifCurrent = (act: () => void) => number === this.#try && act()
    const transport = open({
      onOpen: () => ifCurrent(() => this.#opened(transport)),
      onFrame: (frame) => ifCurrent(() => this.#heard(frame)),
      onEnd: (ending) => ifCurrent(() => this.#end(ending)),
    })
    this.#transport = transport
  }

  #opened(transport: Transport): void {
    this.#state = { kind: 'open', transport, worksSince: null }
    this.#parts.events.onOpen()
  }

  #heard(frame: Uint8Array): void {
    this.#deadline = this.#parts.clock.now() + SILENCE_MS
    this.#parts.events.onFrame(frame)
  }

  #end({ code, reason }: Ending): void {
    const { clock, random, surroundings, events } = this.#parts
    const before = this.#state
    this.#hangUp()
    if (hasLasted(before, clock.now())) this.#failures = 0
    const lost = { failures: this.#failures, code, spreadMs: readSpread(reason), isHidden: surroundings.isHidden() }
    this.#failures += 1
    if (isFinal(code)) this.#state = { kind: 'still' }
    else this.#waitFor(reconnectDelayMs(lost, random()))
    if (before.kind === 'open') events.onLost()
    if (isFinal(code)) events.onClosed(code)
  }

  #waitFor(delayMs: number): void {
    this.#cancelTimer()
    this.#state = { kind: 'waiting' }
    this.#cancelTimer = this.#parts.clock.after(delayMs, () => this.#tryNow())
  }

  #wake(): void {
    const { clock, surroundings, events } = this.#parts
    if (surroundings.isHidden()) return
    const now = clock.now()
    switch (this.#state.kind) {
      case 'still':
        return
      case 'waiting':
        return this.#waitFor(Math.max(0, this.#triedAt + TRY_INTERVAL_MS - now))
      case 'trying':
        // It may hang on a network that is gone.
        return now - this.#state.since >= TRY_INTERVAL_MS ? this.#tryNow() : undefined
      case 'open':
        if (now >= this.#deadline) return this.giveUp()
        this.#expectWordWithin(Math.min(PROBE_PATIENCE_MS, this.#deadline - now))
        events.onDoubt()
    }
  }

  #expectWordWithin(patienceMs: number): void {
    const { clock } = this.#parts
    this.#deadline = clock.now() + patienceMs
    this.#watch(patienceMs)
  }

  #watch(delayMs: number): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#parts.clock.after(delayMs, () => {
      const left = this.#deadline - this.#parts.clock.now()
      if (left > 0) this.#watch(left)
      else this.giveUp()
    })
  }

  /** Ends the transport of before, if there is one: nothing that it still tells is heard. */
  #hangUp(): void {
    this.#try += 1
    this.#cancelTimer()
    this.#transport?.close()
    this.#transport = null
  }
}

function hasLasted(state: State, now: number): boolean {
  return state.kind === 'open' && state.worksSince !== null && now - state.worksSince >= LASTING_MS
}
