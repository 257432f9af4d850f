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
import { systemClock, type Clock } from '../reconnection/clock.ts'
import { BROKEN, type Transport, type TransportEvents } from './transport.ts'

/** A POST holds as many frames as wait, up to this; one larger frame goes alone. */
const MAX_BATCH_BYTES = 1024 * 1024
/** A POST whose answer was lost is sent again under its number, after a pause that grows by this… */
const REPEAT_PAUSE_MS = 300
/** …and so many times: some ten seconds. */
const MAX_REPEATS = 7
/** With several servers in turn, how often the others may answer before the one that has the stream. */
export const MAX_ELSEWHERE = 20

/**
 * Exchanges frames where websockets are blocked: down in a stream of server-sent events, up in POSTs, one at a time, each with all that
 * waits. Nothing is lost, doubled or put out of order, or the transport ends.
 *
 * @param address http address of the document, query included
 */
export function openStream(address: string, events: TransportEvents, clock: Clock = systemClock): Transport {
  return new StreamTransport(address, events, clock)
}

class StreamTransport implements Transport {
  readonly #address: string
  readonly #events: TransportEvents
  readonly #clock: Clock
  readonly #ending = new AbortController()
  /** Given by the server with its first event. */
  #name = ''
  #waiting: Uint8Array[] = []
  #owesAnswer = false
  #isPosting = false
  #number = 0

  constructor(address: string, events: TransportEvents, clock: Clock) {
    this.#address = address
    this.#events = events
    this.#clock = clock
    this.#listen().then(
      () => this.#end(BROKEN, ''),
      () => this.#end(BROKEN, ''),
    )
  }

  send(frame: Uint8Array): void {
    this.#waiting.push(frame)
    void this.#post()
  }

  close(): void {
    this.#ending.abort()
  }

  async #listen(): Promise<void> {
    const { signal } = this.#ending
    const headers = { [STREAM_HEADER]: 'open', accept: 'text/event-stream' }
    const { ok, body } = await fetch(this.#address, { headers, signal, cache: 'no-store' })
    if (!ok || !body) return
    const reader = new StreamReader((event) => this.#hear(event))
    const decoder = new TextDecoder()
    for (const pieces = body.getReader(); !signal.aborted;) {
      const { done, value } = await pieces.read()
      if (done) return
      reader.feed(decoder.decode(value, { stream: true }))
    }
  }

  #hear({ name, data }: StreamEvent): void {
    if (this.#ending.signal.aborted) return
    if (name === '') return this.#events.onFrame(decodeMessageEvent(data))
    if (name === STREAM_EVENT.ping) return this.#answer()
    if (name === STREAM_EVENT.open) {
      this.#name = data
      return this.#events.onOpen()
    }
    if (name === STREAM_EVENT.close) {
      const { code, reason } = decodeEnding(data)
      this.#end(code, reason)
    }
  }

  #answer(): void {
    this.#owesAnswer = true
    void this.#post()
  }

  async #post(): Promise<void> {
    if (this.#isPosting) return
    this.#isPosting = true
    // What is sent in one go leaves in one request.
    await Promise.resolve()
    while ((this.#waiting.length > 0 || this.#owesAnswer) && !this.#ending.signal.aborted) {
      this.#owesAnswer = false
      this.#number += 1
      const batch = this.#waiting.splice(0, batchLength(this.#waiting))
      if (!(await this.#deliver(encodeBatch(batch), this.#number))) this.#end(BROKEN, '')
    }
    this.#isPosting = false
  }

  /** Sends one POST until it is taken; false when it will not be. */
  async #deliver(batch: Uint8Array, number: number): Promise<boolean> {
    for (let repeats = 0, elsewhere = 0; repeats <= MAX_REPEATS && elsewhere <= MAX_ELSEWHERE;) {
      const status = await this.#tryPost(batch, number)
      if (status === POST_STATUS.taken) return true
      if (status === POST_STATUS.elsewhere) elsewhere += 1
      else if (status === POST_STATUS.gone || status === POST_STATUS.outOfOrder || this.#ending.signal.aborted)
        return false
      else await this.#pause((repeats += 1) * REPEAT_PAUSE_MS)
    }
    return false
  }

  /** The status of the answer; 0 when none came. */
  async #tryPost(batch: Uint8Array, number: number): Promise<number> {
    const [address = ''] = this.#address.split('?')
    try {
      const { status } = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          [STREAM_HEADER]: this.#name,
          [NUMBER_HEADER]: String(number),
        },
        body: batch.slice(),
        signal: this.#ending.signal,
        cache: 'no-store',
      })
      return status
    } catch {
      return 0
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve))
  }

  #end(code: number, reason: string): void {
    if (this.#ending.signal.aborted) return
    this.#ending.abort()
    this.#events.onEnd({ code, reason })
  }
}

/** How many of the frames that wait go together. */
function batchLength(frames: readonly Uint8Array[]): number {
  let bytes = 0
  const past = frames.findIndex((frame) => (bytes += frame.length) > MAX_BATCH_BYTES)
  return past === -1 ? frames.length : Math.max(1, past)
}
