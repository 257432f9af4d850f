import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { decodeBatch, POST_STATUS } from '@pupitre/document'
import { StreamChannel } from './stream-channel.ts'

/** 256 bits: who does not hear a stream cannot name it. */
const SECRET_BYTES = 32

export type StreamLookup = { channel: StreamChannel } | { refusal: number }

/** The streams of this process, by the names that their pages send back. */
export class StreamHub {
  /** Tells a stream that has ended from one of another process. */
  readonly #process = randomBytes(9).toString('base64url')
  readonly #channels = new Map<string, StreamChannel>()

  get size(): number {
    return this.#channels.size
  }

  open(response: ServerResponse): StreamChannel {
    const id = `${this.#process}.${randomBytes(SECRET_BYTES).toString('base64url')}`
    const channel = new StreamChannel(response, id)
    this.#channels.set(id, channel)
    response.on('close', () => this.#channels.delete(id))
    return channel
  }

  find(id: string): StreamLookup {
    const channel = this.#channels.get(id)
    if (channel) return { channel }
    return { refusal: id.startsWith(`${this.#process}.`) ? POST_STATUS.gone : POST_STATUS.elsewhere }
  }

  /** Takes a POST whole, and answers with its status. */
  take({ id, number, body }: { id: string; number: number; body: Uint8Array }): number {
    const found = this.find(id)
    if ('refusal' in found) return found.refusal
    return found.channel.take(number, () => decodeBatch(body)) ? POST_STATUS.taken : POST_STATUS.outOfOrder
  }
}
