import type { Clock } from '../reconnection/clock.ts'
import type { NextTry, TransportChoice, TransportKind } from './transport-choice.ts'
import { isOfServer } from './close-verdict.ts'
import { BROKEN, type Ending, type Transport, type TransportEvents } from './transport.ts'

/** How long a websocket may take to open: a network that drops its packets says nothing. */
export const WEBSOCKET_PATIENCE_MS = 8_000
/**
 * From the start of the try to the server's first frame: a proxy may accept a websocket and pass nothing on. The server gives itself 10 s to let
 * someone in; the connection gives the try up after `OPENING_PATIENCE_MS`, whatever it goes by.
 */
export const ANSWER_PATIENCE_MS = 12_000

type OpenAt = (address: string, events: TransportEvents) => Transport

export interface TransportMeans {
  choice: TransportChoice
  clock: Clock
  openWebsocket: OpenAt
  openStream: OpenAt
  /** Whether the server answers at this address, over HTTP. */
  isServerThere: (address: string) => Promise<boolean>
}

/**
 * Opens what the network lets through.
 *
 * @param address websocket address
 * @param onKind told which way it is, once it is open
 */
export function openChosen(
  means: TransportMeans,
  { address, events, onKind }: { address: string; events: TransportEvents; onKind: (kind: TransportKind) => void },
): Transport {
  const how = means.choice.next()
  const attempt = new Attempt(means, { how, events, onKind })
  if (how === 'checkedWebsocket') void attempt.openChecked(address)
  else attempt.open(address)
  return attempt
}

/** The address that streams of the same document have. */
export function httpAddress(address: string): string {
  return address.replace(/^ws/, 'http')
}

/** One try: tells the choice what became of it. */
class Attempt implements Transport {
  readonly #means: TransportMeans
  readonly #how: NextTry
  readonly #events: TransportEvents
  readonly #onKind: (kind: TransportKind) => void
  #inner: Transport | null = null
  #isOver = false
  #hasWorked = false
  #answerBy = 0
  #cancelTimer: () => void = () => undefined

  constructor(
    means: TransportMeans,
    { how, events, onKind }: { how: NextTry; events: TransportEvents; onKind: (kind: TransportKind) => void },
  ) {
    this.#means = means
    this.#how = how
    this.#events = events
    this.#onKind = onKind
  }

  async openChecked(address: string): Promise<void> {
    const isThere = await this.#means.isServerThere(httpAddress(address))
    if (this.#isOver) return
    if (isThere) return this.open(address)
    this.#means.choice.serverIsAway()
    this.#finish({ code: BROKEN, reason: '' })
  }

  open(address: string): void {
    const events: TransportEvents = {
      onOpen: () => this.#opened(),
      onFrame: (frame) => this.#heard(frame, address),
      onEnd: (ending) => this.#ended(ending),
    }
    if (this.#kind === 'stream') {
      this.#inner = this.#means.openStream(httpAddress(address), events)
      return
    }
    const { openWebsocket, clock } = this.#means
    this.#inner = openWebsocket(address, events)
    this.#answerBy = clock.now() + ANSWER_PATIENCE_MS
    this.#giveUpAfter(WEBSOCKET_PATIENCE_MS)
  }

  send(frame: Uint8Array): void {
    this.#inner?.send(frame)
  }

  close(): void {
    this.#isOver = true
    this.#cancelTimer()
    this.#inner?.close()
  }

  get #kind(): TransportKind {
    return this.#how === 'stream' ? 'stream' : 'websocket'
  }

  #opened(): void {
    if (this.#kind === 'websocket' && !this.#hasWorked) this.#giveUpAfter(this.#answerBy - this.#means.clock.now())
    this.#onKind(this.#kind)
    this.#events.onOpen()
  }

  #heard(frame: Uint8Array, address: string): void {
    if (!this.#hasWorked) {
      this.#hasWorked = true
      this.#cancelTimer()
      this.#means.choice.worked(this.#kind)
      if (this.#kind === 'stream') this.#tryWebsocketLater(address)
    }
    this.#events.onFrame(frame)
  }

  #giveUpAfter(delayMs: number): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#means.clock.after(delayMs, () => this.#ended({ code: BROKEN, reason: '' }))
  }

  /** The network may have changed since: a websocket that shows something takes over. */
  #tryWebsocketLater(address: string): void {
    const { choice, clock } = this.#means
    this.#cancelTimer = clock.after(choice.blockedForMs, () => this.#probeWebsocket(address))
  }

  #probeWebsocket(address: string): void {
    const { choice, clock, openWebsocket } = this.#means
    const probe = openWebsocket(address, {
      onOpen: () => undefined,
      onFrame: () => {
        probe.close()
        choice.worked('websocket')
        this.#ended({ code: BROKEN, reason: '' })
      },
      onEnd: () => this.#staysBlocked(address),
    })
    const cancelPatience = clock.after(WEBSOCKET_PATIENCE_MS, () => {
      probe.close()
      this.#staysBlocked(address)
    })
    this.#cancelTimer = () => {
      cancelPatience()
      probe.close()
    }
  }

  #staysBlocked(address: string): void {
    this.#cancelTimer()
    this.#means.choice.failed('checkedWebsocket')
    this.#tryWebsocketLater(address)
  }

  /** A server that says why it closes was reached: the network is not to blame. Proxies have codes of their own. */
  #ended(ending: Ending): void {
    if (!this.#hasWorked && !isOfServer(ending.code)) this.#means.choice.failed(this.#how)
    this.#finish(ending)
  }

  #finish(ending: Ending): void {
    if (this.#isOver) return
    this.close()
    this.#events.onEnd(ending)
  }
}
