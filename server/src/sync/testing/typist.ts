import { MESSAGE } from '@pupitre/document'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { CountingSocket, type Promised } from './counting-socket.ts'
import { marksOf } from './marks.ts'

/** Longest wait of the stock provider before it tries again. */
const MAX_BACKOFF_MS = 100

interface TypistParts {
  /** Names its marks: `‹name.number›`. */
  name: string
  /** ws://host:port */
  url: string
  uuid: string
  /** Asks for acknowledgements as a page of ours does; else only its echo tells a client that it is heard. */
  wantsAcks: boolean
}

/** A stock y-websocket client who types marks, and knows which of them it has been promised. */
export class Typist {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly #name: string
  readonly #promised: Promised = { echoed: 0, acknowledged: 0 }
  /** Own marks, and the clock at the end of each. */
  readonly #typed: { mark: string; end: number }[] = []

  constructor({ name, url, uuid, wantsAcks }: TypistParts) {
    this.#name = name
    const watching = { doc: this.doc, promised: this.#promised }
    this.provider = new WebsocketProvider(`${url}/sync/fiche`, uuid, this.doc, {
      params: { user: crypto.randomUUID(), ...(wantsAcks ? { ack: '1' } : {}) },
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      WebSocketPolyfill: class extends CountingSocket {
        constructor(address: string | URL) {
          super(String(address), watching)
        }
      },
    })
    // The provider knows the frames of its own protocol only.
    for (const type of [MESSAGE.ack, MESSAGE.refused, MESSAGE.hello])
      this.provider.messageHandlers[type] = () => undefined
  }

  get text(): string {
    return this.doc.getText('description').toString()
  }

  get typed(): string[] {
    return this.#typed.map(({ mark }) => mark)
  }

  /** Types one more mark, somewhere in the text. */
  type(random: () => number): void {
    const text = this.doc.getText('description')
    const mark = `‹${this.#name}.${this.#typed.length}›`
    text.insert(startOfSomeMark(text.toString(), random), mark)
    this.#typed.push({ mark, end: Y.getState(this.doc.store, this.doc.clientID) })
  }

  /** Own marks which the server has said to be durable. */
  acknowledged(): string[] {
    const durable = Math.max(this.#promised.acknowledged, this.#promised.echoed)
    return this.#typed.filter(({ end }) => end <= durable).map(({ mark }) => mark)
  }

  /** Marks of others which it has been shown. */
  seen(): string[] {
    const own = new Set(this.typed)
    return marksOf(this.text).filter((mark) => !own.has(mark))
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** Marks stay whole, so that each can be looked for. */
function startOfSomeMark(text: string, random: () => number): number {
  const from = Math.floor(random() * text.length)
  const next = text.indexOf('‹', from)
  return next === -1 ? 0 : next
}
