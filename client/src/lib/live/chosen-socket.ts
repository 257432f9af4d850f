import { openChosen, type TransportMeans } from './choosing-transport.ts'
import { isOfServer } from './close-verdict.ts'
import { BROKEN, type Transport } from './transport.ts'

/** What a library that would open a websocket is given instead. */
export interface ChosenSocketClass {
  new (address: string): ChosenSocket
  readonly CONNECTING: number
  readonly OPEN: number
  readonly CLOSING: number
  readonly CLOSED: number
}

export interface ChosenSocket {
  readonly readyState: number
  onopen: (() => void) | null
  onmessage: ((message: { data: string }) => void) | null
  onclose: ((event: CloseEvent) => void) | null
  onerror: ((error: unknown) => void) | null
  send(text: string): void
  close(code?: number, reason?: string): void
}

const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3]

/** A class that looks like WebSocket for texts, and goes by what the network lets through. */
export function chosenSockets(means: TransportMeans): ChosenSocketClass {
  return class implements ChosenSocket {
    static readonly CONNECTING = CONNECTING
    static readonly OPEN = OPEN
    static readonly CLOSING = CLOSING
    static readonly CLOSED = CLOSED

    onopen: ChosenSocket['onopen'] = null
    onmessage: ChosenSocket['onmessage'] = null
    onclose: ChosenSocket['onclose'] = null
    onerror: ChosenSocket['onerror'] = null
    #readyState = CONNECTING
    readonly #transport: Transport
    readonly #encoder = new TextEncoder()
    readonly #decoder = new TextDecoder()

    constructor(address: string) {
      this.#transport = openChosen(means, {
        address,
        onKind: () => undefined,
        events: {
          onOpen: () => {
            this.#readyState = OPEN
            this.onopen?.()
          },
          onFrame: (frame) => this.onmessage?.({ data: this.#decoder.decode(frame) }),
          // Libraries give up on codes that proxies close with: only the server's own are told.
          onEnd: ({ code, reason }) => this.#ended(isOfServer(code) ? code : BROKEN, reason),
        },
      })
    }

    get readyState(): number {
      return this.#readyState
    }

    send(text: string): void {
      if (this.#readyState === OPEN) this.#transport.send(this.#encoder.encode(text))
    }

    close(code = 1000, reason = ''): void {
      if (this.#readyState >= CLOSING) return
      this.#readyState = CLOSING
      this.#transport.close()
      // As a websocket, which tells of its end after the call.
      queueMicrotask(() => this.#ended(code, reason))
    }

    #ended(code: number, reason: string): void {
      if (this.#readyState === CLOSED) return
      this.#readyState = CLOSED
      this.onclose?.(new CloseEvent('close', { code, reason, wasClean: code !== BROKEN }))
    }
  }
}
