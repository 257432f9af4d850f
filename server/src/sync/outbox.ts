import { CLOSE_CODES, encodeAwareness, joinAwarenessEntries, type CloseReason } from '@pupitre/document'
import type { Clock } from './clock.ts'
import { measures } from './measures.ts'
import { MAX_DOCUMENT_BYTES, SLOW_READER_BYTES, STUCK_READER_BYTES, STUCK_READER_GRACE_MS } from './limits.ts'

/** One websocket, or what a test puts in its place. */
export interface Transport {
  /** Bytes given to `send` which the network has not taken yet. */
  readonly bufferedBytes: number
  send(frame: Uint8Array): void
  /**
   * Says why and hangs up, even when the other end does not listen.
   * @param reason text of the close frame, 123 bytes at most
   */
  close(code: number, reason: string): void
}

/** An awareness frame about nobody: stock clients give up a server which says nothing for 30 s. */
const KEEP_ALIVE = encodeAwareness(joinAwarenessEntries([]))

/** What leaves by one connection. A reader too slow for it loses awareness first, then the connection. */
export class Outbox {
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #onStuck: () => void
  #stuckSince: number | null = null
  #isQuiet = true

  constructor({ transport, clock, onStuck }: { transport: Transport; clock: Clock; onStuck: () => void }) {
    this.#transport = transport
    this.#clock = clock
    this.#onStuck = onStuck
  }

  send(frame: Uint8Array): void {
    if (this.#isStuck()) {
      this.#onStuck()
      return
    }
    this.#isQuiet = false
    this.#transport.send(frame)
  }

  /** Sends what is soon out of date: a slow reader does not get it. */
  sendIfKeepingUp(frame: Uint8Array): void {
    if (this.#transport.bufferedBytes <= SLOW_READER_BYTES) this.send(frame)
    else measures.withheld.publish({ bytes: frame.length })
  }

  /** To be called at a steady pace: keeps a quiet connection alive and finds one that is stuck. */
  tick(): void {
    if (this.#isQuiet || this.#isStuck()) this.send(KEEP_ALIVE)
    this.#isQuiet = true
  }

  /** @param detail text beside the code, for who can read it */
  close(reason: CloseReason, detail = ''): void {
    this.#transport.close(CLOSE_CODES[reason], detail)
  }

  #isStuck(): boolean {
    const { bufferedBytes } = this.#transport
    if (bufferedBytes <= STUCK_READER_BYTES) {
      this.#stuckSince = null
      return false
    }
    this.#stuckSince ??= this.#clock.now()
    return bufferedBytes > MAX_DOCUMENT_BYTES || this.#clock.now() - this.#stuckSince > STUCK_READER_GRACE_MS
  }
}
