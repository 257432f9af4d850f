import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import {
  decodeBatch,
  decodeEnding,
  decodeMessageEvent,
  encodeBatch,
  STREAM_EVENT,
  StreamReader,
  type StreamEvent,
} from '@pupitre/document'
import { StreamChannel } from '../../streams/stream-channel.ts'
import type { Connection } from '../connection.ts'

/** An answer whose text goes to the test instead of a network. */
class CapturedResponse extends ServerResponse {
  readonly #onText: (text: string) => void

  constructor(onText: (text: string) => void) {
    super(new IncomingMessage(new Socket()))
    this.#onText = onText
  }

  override write(text: unknown): boolean {
    this.#onText(String(text))
    return true
  }

  override end(text?: unknown): this {
    if (typeof text === 'string') this.#onText(text)
    return super.end()
  }
}

let last: { data: string; frame: Uint8Array } = { data: '', frame: new Uint8Array() }

/** The same bytes for all who are sent the same event, as without a stream. */
function decodeOnce(data: string): Uint8Array {
  if (data !== last.data) last = { data, frame: decodeMessageEvent(data) }
  return last.frame
}

interface Page {
  onFrame: (frame: Uint8Array) => void
  onClose: (ending: { code: number; reason: string }) => void
}

/** A real stream of events, and the page at its end, without a network between them: what moves does so at once. */
export class CapturedStream {
  readonly channel: StreamChannel
  readonly #page: Page
  #posts = 0

  constructor(page: Page) {
    this.#page = page
    const reader = new StreamReader((event) => this.#hear(event))
    this.channel = new StreamChannel(new CapturedResponse((text) => reader.feed(text)), 'name')
  }

  /** Brings a frame to the connection as a POST does. */
  post(connection: Connection, frame: Uint8Array): void {
    this.channel.listen({
      onMessage: (message) => connection.receive(message),
      onGarbage: () => connection.receiveGarbage(),
      onEnd: () => connection.ended(),
    })
    this.#posts += 1
    const body = encodeBatch([frame])
    // As if the first answer had been lost.
    for (let times = 0; times < 2; times += 1) this.channel.take(this.#posts, () => decodeBatch(body))
  }

  #hear({ name, data }: StreamEvent): void {
    if (name === '') this.#page.onFrame(decodeOnce(data))
    if (name === STREAM_EVENT.close) this.#page.onClose(decodeEnding(data))
  }
}
