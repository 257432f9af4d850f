import {
  decodeEnding,
  decodeMessageEvent,
  encodeBatch,
  NUMBER_HEADER,
  POST_STATUS,
  STREAM_EVENT,
  STREAM_HEADER,
  StreamReader,
  type StreamEvent,
} from '@pupitre/document'

/** As our client. */
const MAX_ELSEWHERE = 20

/** A page without websockets, whose every request the test makes. */
export class StreamPage {
  readonly frames: Uint8Array[] = []
  readonly address: string
  name = ''
  pings = 0
  closeCode: number | null = null
  /** Whether its stream has ended, whoever ended it. */
  isOver = false
  readonly #leaving = new AbortController()
  readonly #listener: { onEvent?: (event: StreamEvent) => void; onEnd?: () => void }

  constructor(address: string, listener: { onEvent?: (event: StreamEvent) => void; onEnd?: () => void } = {}) {
    this.address = address
    this.#listener = listener
  }

  /** Asks for the stream; resolves with the status of the answer. */
  async open(headers: Record<string, string> = { [STREAM_HEADER]: 'open' }): Promise<number> {
    const { status, body } = await fetch(this.address, { headers, signal: this.#leaving.signal })
    if (status === 200 && body) void this.#read(body.getReader())
    return status
  }

  /** Sends frames; resolves with the status of the answer. */
  async post(number: number, frames: readonly Uint8Array[], headers: Record<string, string> = {}): Promise<number> {
    return this.postBytes(number, encodeBatch(frames), headers)
  }

  /** Sends frames as a page of ours does: again while it is another process which answers. Resolves with how often that was. */
  async deliver(number: number, frames: readonly Uint8Array[]): Promise<number> {
    for (let elsewhere = 0; elsewhere <= MAX_ELSEWHERE; elsewhere += 1) {
      const status = await this.post(number, frames)
      if (status === POST_STATUS.taken) return elsewhere
      if (status !== POST_STATUS.elsewhere) throw new Error(`a POST was answered by ${status}`)
    }
    throw new Error('no process has the stream')
  }

  async postBytes(number: number, body: Uint8Array, headers: Record<string, string> = {}): Promise<number> {
    const { status } = await fetch(this.address, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        [STREAM_HEADER]: this.name,
        [NUMBER_HEADER]: String(number),
        ...headers,
      },
      body: new Blob([body.slice()]),
    })
    return status
  }

  leave(): void {
    this.#leaving.abort()
  }

  async #read(pieces: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const reader = new StreamReader((event) => this.#hear(event))
    const decoder = new TextDecoder()
    try {
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read())
        reader.feed(decoder.decode(piece.value, { stream: true }))
    } catch {
      // Cut by the test or by the server: its end is what counts.
    }
    this.isOver = true
    this.#listener.onEnd?.()
  }

  #hear({ name, data }: StreamEvent): void {
    if (name === '') this.frames.push(decodeMessageEvent(data))
    if (name === STREAM_EVENT.open) this.name = data
    if (name === STREAM_EVENT.ping) this.pings += 1
    if (name === STREAM_EVENT.close) this.closeCode = decodeEnding(data).code
    this.#listener.onEvent?.({ name, data })
  }
}
