import { MESSAGE, readAck, SYNC } from '@pupitre/document'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** What a client has been promised over one websocket, in clocks of its Yjs client. */
export interface Promised {
  /** Everything up to this clock was echoed by the server. */
  echoed: number
  /** Everything up to this clock was acknowledged by a message of its own. */
  acknowledged: number
}

/** A websocket that watches a stock provider's frames: what it sends, and what comes back of it. */
export class CountingSocket extends WebSocket {
  readonly #doc: Y.Doc
  readonly #promised: Promised
  /** Clock of the client when each of its step2 and update frames left, in their order. */
  readonly #sentClocks: number[] = []

  constructor(url: string, { doc, promised }: { doc: Y.Doc; promised: Promised }) {
    super(url)
    this.#doc = doc
    this.#promised = promised
    this.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) this.#watch(new Uint8Array(data))
    })
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    if (data instanceof Uint8Array && data[0] === MESSAGE.sync && data[1] !== SYNC.step1) {
      this.#sentClocks.push(Y.getState(this.#doc.store, this.#doc.clientID))
    }
    super.send(data)
  }

  #watch(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.ack) {
      const clock = this.#sentClocks[readAck(decoder) - 1] ?? 0
      this.#promised.acknowledged = Math.max(this.#promised.acknowledged, clock)
    }
    if (type === MESSAGE.sync && decoding.readVarUint(decoder) === SYNC.update) {
      const echoed = Y.parseUpdateMeta(decoding.readVarUint8Array(decoder)).to.get(this.#doc.clientID) ?? 0
      this.#promised.echoed = Math.max(this.#promised.echoed, echoed)
    }
  }
}
