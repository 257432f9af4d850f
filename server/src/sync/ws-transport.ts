import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSE_GRACE_MS } from './limits.ts'
import type { Transport } from './outbox.ts'

/**
 * A `ws` socket as a transport. Frames that are sent at once (what a commit changed, its acknowledgement) leave in one system call: with
 * hundreds of connections, these calls are most of what a server does.
 */
export class WsTransport implements Transport {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  #isAlive = true
  #isGathering = false

  /** @param stream on which `socket` writes */
  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket
    this.#stream = stream
    socket.on('pong', () => (this.#isAlive = true))
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount
  }

  send(frame: Uint8Array): void {
    this.#gather()
    this.#socket.send(frame, this.#onSent)
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
    // A reader that takes nothing would keep all that is buffered for it until its close frame leaves.
    setTimeout(() => this.#socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  /** Hangs up on a peer that has not answered the last ping: a laptop that was closed, a cable that was pulled. */
  ping(): void {
    if (!this.#isAlive) return this.#socket.terminate()
    this.#isAlive = false
    this.#socket.ping()
  }

  readonly #onSent = (error?: Error): void => {
    if (error) this.#socket.terminate()
  }

  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    this.#stream.cork()
    process.nextTick(() => {
      this.#isGathering = false
      this.#stream.uncork()
    })
  }
}
