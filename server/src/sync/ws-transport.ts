import type { WebSocket } from 'ws'
import { CLOSE_GRACE_MS } from './limits.ts'
import type { Transport } from './outbox.ts'

/** A `ws` socket as a transport. */
export class WsTransport implements Transport {
  readonly #socket: WebSocket
  #isAlive = true

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('pong', () => (this.#isAlive = true))
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame, (error) => {
      if (error) this.#socket.terminate()
    })
  }

  close(code: number): void {
    this.#socket.close(code)
    // A reader that takes nothing would keep all that is buffered for it until its close frame leaves.
    setTimeout(() => this.#socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  /** Hangs up on a peer that has not answered the last ping: a laptop that was closed, a cable that was pulled. */
  ping(): void {
    if (!this.#isAlive) return this.#socket.terminate()
    this.#isAlive = false
    this.#socket.ping()
  }
}
