import type { ServerResponse } from 'node:http'
import { encodeEnding, encodeMessageEvent, encodeNamedEvent, MalformedFrameError } from '@pupitre/document'

/** A stream told to close gets this long to take its last event; then its memory is taken back. */
const CLOSE_GRACE_MS = 2_000
/** Some proxies keep the first bytes of an answer until they have this many. */
const PADDING = `: ${' '.repeat(2_048)}\n\n`

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  // nginx would gather the events.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const

export interface StreamListener {
  onMessage(message: Uint8Array): void
  /** The page sent what is no batch of messages. */
  onGarbage(): void
  /** The stream is gone, whoever ended it. Told once. */
  onEnd(): void
}

/** A message sent to many is encoded once. */
const encodedEvents = new WeakMap<Uint8Array, string>()

/** One page's stream of events, and the messages that its POSTs bring: what a websocket is where there are websockets. */
export class StreamChannel {
  readonly #response: ServerResponse
  #listener: StreamListener | null = null
  #isAlive = true
  #isGathering = false
  /** Of the next POST to be counted. */
  #next = 1

  constructor(response: ServerResponse, id: string) {
    this.#response = response
    response.writeHead(200, HEADERS)
    response.on('close', () => {
      this.#listener?.onEnd()
      this.#listener = null
    })
    response.write(PADDING + encodeNamedEvent('open', id))
  }

  listen(listener: StreamListener): void {
    this.#listener = listener
    if (this.#response.destroyed) listener.onEnd()
  }

  /** Bytes which the network has not taken yet. */
  get bufferedBytes(): number {
    return this.#response.writableLength
  }

  send(message: Uint8Array): void {
    const event = encodedEvents.get(message) ?? encodeMessageEvent(message)
    encodedEvents.set(message, event)
    this.#write(event)
  }

  /** Resolves once the network has room again for what is sent, or is gone. */
  async drained(): Promise<void> {
    if (!this.#response.writableNeedDrain || this.#response.destroyed) return
    await new Promise<void>((resolve) => {
      const onRoom = (): void => {
        this.#response.off('drain', onRoom).off('close', onRoom)
        resolve()
      }
      this.#response.on('drain', onRoom).on('close', onRoom)
    })
  }

  /** Says why and hangs up, even when the other end does not listen. */
  close(code: number, reason: string): void {
    if (this.#response.writableEnded) return
    this.#response.end(encodeNamedEvent('close', encodeEnding({ code, reason })))
    setTimeout(() => this.#response.destroy(), CLOSE_GRACE_MS).unref()
  }

  /** Hangs up on a page that has not answered since the last ping: no other end of a connection says whether a page is there. */
  ping(): void {
    if (!this.#isAlive) return void this.#response.destroy()
    this.#isAlive = false
    this.#write(encodeNamedEvent('ping', '1'))
  }

  /** Takes the messages of a POST, unless they are counted already. False when one before it is missing. */
  take(number: number, read: () => Uint8Array[]): boolean {
    this.#isAlive = true
    if (number !== this.#next) return number < this.#next
    this.#next += 1
    let messages: Uint8Array[]
    try {
      messages = read()
    } catch (error) {
      if (!(error instanceof MalformedFrameError)) throw error
      this.#listener?.onGarbage()
      return true
    }
    for (const message of messages) this.#listener?.onMessage(message)
    return true
  }

  /** Events that are sent at once leave in one system call. */
  #write(event: string): void {
    if (this.#response.writableEnded) return
    if (!this.#isGathering) {
      this.#isGathering = true
      this.#response.cork()
      process.nextTick(() => {
        this.#isGathering = false
        this.#response.uncork()
      })
    }
    this.#response.write(event)
  }
}
