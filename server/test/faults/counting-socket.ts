import { MESSAGE, readAck, SYNC } from '@pupitre/document'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { withHeaders } from '../with-headers.ts'

interface Watch {
  doc: Y.Doc
  /** All that the document's own Yjs client wrote up to this clock is durable, by the server's word. */
  onDurable: (clock: number) => void
  /** Sent with each opening, as a browser sends its cookie. */
  headers: Record<string, string>
}

/** A WebSocket class that watches a stock provider's frames: what it sends, and what comes back of it. */
export function countingSocket({ doc, onDurable, headers }: Watch): typeof WebSocket {
  return class extends withHeaders(headers) {
    /** Clock of the client up to which each of its step2 and update frames makes the server know all of it, in their order. */
    readonly #sentClocks: number[] = []

    constructor(url: string | URL) {
      super(url)
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) this.#read(new Uint8Array(data))
      })
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === MESSAGE.sync && data[1] !== SYNC.step1) this.#count(data)
      super.send(data)
    }

    #count(frame: Uint8Array): void {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      const isStep2 = decoding.readVarUint(decoder) === SYNC.step2
      const update = decoding.readVarUint8Array(decoder)
      // An update is not all that was written while away: that goes with the step2, which may still be to come.
      const clock = isStep2
        ? Y.getState(doc.store, doc.clientID)
        : (Y.parseUpdateMeta(update).to.get(doc.clientID) ?? 0)
      this.#sentClocks.push(clock)
    }

    #read(frame: Uint8Array): void {
      const decoder = decoding.createDecoder(frame)
      const type = decoding.readVarUint(decoder)
      if (type === MESSAGE.ack) onDurable(this.#sentClocks[readAck(decoder) - 1] ?? 0)
      // A stock client's echo is its acknowledgement.
      if (type === MESSAGE.sync && decoding.readVarUint(decoder) === SYNC.update) {
        onDurable(Y.parseUpdateMeta(decoding.readVarUint8Array(decoder)).to.get(doc.clientID) ?? 0)
      }
    }
  }
}
