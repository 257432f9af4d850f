import type { Transport } from '../outbox.ts'

/** A websocket without a network: what the server sends is kept until the test lets it through. */
export class FakeTransport implements Transport {
  bufferedBytes = 0
  /** Frames sent by the server, oldest first. */
  readonly sent: Uint8Array[] = []
  closeCode: number | null = null
  closeReason = ''

  send(frame: Uint8Array): void {
    if (this.closeCode === null) this.sent.push(frame)
  }

  close(code: number, reason: string): void {
    if (this.closeCode !== null) return
    this.closeCode = code
    this.closeReason = reason
  }
}
