import type { Connection } from '../connection.ts'
import type { Transport } from '../outbox.ts'
import { CapturedStream } from './captured-stream.ts'

/** The same tests run a second time with `stream`, as where websockets are blocked (`vitest.config.ts`). */
const IS_STREAM = process.env['SYNC_TRANSPORT'] === 'stream'

/** A connection without a network: what the server sends is kept until the test lets it through. */
export class FakeTransport implements Transport {
  bufferedBytes = 0
  /** Frames sent by the server, oldest first. */
  readonly sent: Uint8Array[] = []
  closeCode: number | null = null
  closeReason = ''
  readonly #stream = IS_STREAM
    ? new CapturedStream({
        onFrame: (frame) => this.sent.push(frame),
        onClose: ({ code, reason }) => this.#closed(code, reason),
      })
    : null

  send(frame: Uint8Array): void {
    if (this.closeCode !== null) return
    if (this.#stream) this.#stream.channel.send(frame)
    else this.sent.push(frame)
  }

  close(code: number, reason: string): void {
    if (this.closeCode !== null) return
    if (this.#stream) this.#stream.channel.close(code, reason)
    else this.#closed(code, reason)
  }

  /** Brings a frame of the client to its connection. */
  bring(frame: Uint8Array, connection: Connection | null): void {
    if (!connection) return
    if (this.#stream) this.#stream.post(connection, frame)
    else connection.receive(frame)
  }

  #closed(code: number, reason: string): void {
    this.closeCode = code
    this.closeReason = reason
  }
}
