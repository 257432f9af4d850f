import { decodeMessageEvent, STREAM_EVENT, STREAM_HEADER } from '@pupitre/document'
import { StreamPage } from './stream-page.ts'

const BROKEN = 1006
const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3]

/** A stream that looks like a websocket of texts to a library which wants one. */
export class StreamSocket {
  static readonly CONNECTING = CONNECTING
  static readonly OPEN = OPEN
  static readonly CLOSING = CLOSING
  static readonly CLOSED = CLOSED

  readyState = CONNECTING
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((error: unknown) => void) | null = null
  readonly #page: StreamPage
  #number = 0
  #sent: Promise<unknown> = Promise.resolve()

  constructor(address: string, headers: Record<string, string>) {
    this.#page = new StreamPage(address, {
      onEvent: ({ name, data }) => {
        if (name === STREAM_EVENT.open) this.#opened()
        if (name === '') this.onmessage?.({ data: Buffer.from(decodeMessageEvent(data)).toString() })
      },
      onEnd: () => this.#ended(this.#page.closeCode ?? BROKEN),
    })
    this.#page.open({ [STREAM_HEADER]: 'open', ...headers }).then(
      (status) => status === 200 || this.#ended(BROKEN),
      () => this.#ended(BROKEN),
    )
  }

  send(text: string): void {
    const number = (this.#number += 1)
    this.#sent = this.#sent.then(() => this.#page.deliver(number, [Buffer.from(text)])).catch(() => this.#ended(BROKEN))
  }

  close(code = 1000): void {
    if (this.readyState >= CLOSING) return
    this.readyState = CLOSING
    this.#page.leave()
    queueMicrotask(() => this.#ended(code))
  }

  #opened(): void {
    this.readyState = OPEN
    this.onopen?.()
  }

  #ended(code: number): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    this.onclose?.({ code, reason: '' })
  }
}
